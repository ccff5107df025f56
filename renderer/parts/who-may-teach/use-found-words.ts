import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundTrainer, TrainerClash } from '../../../domain/contract/trainers.ts';
import type { Shortcoming } from '../../../domain/trainer-search.ts';
import { mayLead } from '../../../domain/accreditation.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { useAccreditationWords } from '../use-accreditation-words.ts';
import { toQuery, type TrainerSearchView } from './search-view.ts';

const toldClashes = 3;

/** Says of somebody who was found what is known of them, and what speaks against them. */
export function useFoundWords() {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const languages = useLanguageWords();
  const { nameByCode } = useMunicipalities();
  const { writeReason } = useAccreditationWords();
  return useMemo(() => {
    const writeClash = (clash: TrainerClash): string => {
      const when = t('find.clash', {
        date: format.weekdayDate(clash.date),
        from: clash.startsAt,
        to: endOfSession(clash),
      });
      return clash.editionCode === null ? when : `${when} (${clash.editionCode})`;
    };
    const writeBusy = (clashes: readonly TrainerClash[]): string => {
      const told = clashes.slice(0, toldClashes).map(writeClash).join('; ');
      const left = clashes.length - toldClashes;
      return left > 0
        ? t('find.busyMore', { clashes: told, count: left })
        : t('find.busy', { clashes: told });
    };
    const writeHome = ({ municipalityCode, community }: FoundTrainer, isNear = false): string | null => {
      const names = [community, municipalityCode === null ? null : nameByCode.get(municipalityCode)];
      const home = names.filter((name) => name !== null && name !== undefined).join(', ');
      return home === '' ? null : t(isNear ? 'find.livesNear' : 'find.lives', { home });
    };
    const writeWhy = (found: FoundTrainer, why: Shortcoming): string => {
      switch (why) {
        case 'notAccredited':
          return writeReason(found.state);
        case 'busy':
          return writeBusy(found.clashes);
        case 'livesElsewhere':
          return t('find.elsewhere', { home: writeHome(found) ?? '' });
        case 'otherLanguages':
          return t('find.otherLanguages', { languages: languages.write(found.languages) });
        case 'languagesUnknown':
        case 'homeUnknown':
          return t(`find.${why}`);
      }
    };
    const writeFacts = (found: FoundTrainer, view: TrainerSearchView): string[] => {
      const { state, nearness, lastTaughtOn, clashes } = found;
      const facts = [
        mayLead(state.status) ? writeReason(state) : null,
        toQuery(view).free !== null && clashes.length === 0 ? t('find.free') : null,
        found.shortcomings.includes('livesElsewhere') ? null : writeHome(found, nearness === 'province'),
        found.shortcomings.includes('otherLanguages') || found.languages.length === 0
          ? null
          : t('find.speaks', { languages: languages.write(found.languages) }),
        lastTaughtOn === null
          ? t('find.neverTaught')
          : t('find.lastTaught', { date: format.longDate(lastTaughtOn) }),
      ];
      return facts.filter((fact) => fact !== null);
    };
    return {
      writeShortcomings: (found: FoundTrainer) => found.shortcomings.map((why) => writeWhy(found, why)),
      writeFacts,
    };
  }, [t, format, languages, nameByCode, writeReason]);
}
