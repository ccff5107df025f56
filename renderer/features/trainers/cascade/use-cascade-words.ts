import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CascadeMember, countStatuses } from '../../../../domain/cascade-tree.ts';
import type { CascadeEdition, NamedCascade } from '../../../../domain/contract/trainers.ts';
import type { EditionId, PersonId } from '../../../../domain/ids.ts';
import { useFormat } from '../../../lib/format.ts';
import { useAccreditationWords } from '../../../parts/use-accreditation-words.ts';
import { splitName } from './box-sizes.ts';
import type { CascadeBand, CascadeBox } from './boxes.ts';
import type { BoxFace } from './paint.ts';

export interface CascadeWords {
  faceOf(box: CascadeBox): BoxFace;
  /** All that a box stands for, in one sentence or two. */
  describe(box: CascadeBox): string;
  /** With its reach; or short, its number alone. */
  nameBand(band: CascadeBand, isShort: boolean): string;
}

/** What is written in the drawing of a cascade, and what is said of it. */
export function useCascadeWords(cascade: NamedCascade): CascadeWords {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const { writeReason } = useAccreditationWords();
  return useMemo(() => createWords(cascade, { t, format, writeReason }), [cascade, t, format, writeReason]);
}

const mostCodes = 2;

interface Language {
  t: ReturnType<typeof useTranslation<'trainers'>>['t'];
  format: ReturnType<typeof useFormat>;
  writeReason: ReturnType<typeof useAccreditationWords>['writeReason'];
}

type Standing = Pick<CascadeMember, 'state'>;

function createWords(cascade: NamedCascade, { t, format, writeReason }: Language): CascadeWords {
  const editionById = new Map(cascade.editions.map((edition) => [edition.id, edition]));
  const nameById = new Map<PersonId, string>(
    [...cascade.people, ...cascade.lineage.people].map(({ personId, name }) => [personId, name]),
  );
  const reachByGeneration = new Map(cascade.reach.map((reach) => [reach.generation, reach]));
  const faces = new WeakMap<CascadeBox, BoxFace>();

  const writeEdition = ({ code, courseTitle, endsOn }: CascadeEdition) =>
    t('drawing.edition', { code, course: courseTitle, date: format.date(endsOn) });

  const writeStatus = ({ state }: Standing): string | null => {
    if (state === null) return null;
    const { status, until } = state;
    const word = t(`status.${status}`).toLocaleLowerCase();
    const isHeld = status === 'accredited' && until !== null;
    return isHeld ? t('drawing.until', { status: word, date: format.longDate(until) }) : word;
  };

  /** Of whoever may not teach, or not for long, a sentence of its own. */
  const writeWhy = ({ state }: Standing): string | null =>
    state === null || state.status === 'accredited' ? null : `${writeReason(state)}.`;

  const writeOrigin = (
    { trainerId, editionId }: { trainerId: PersonId | null; editionId: EditionId | null },
    count: number,
  ): string | null => {
    const edition = editionId === null ? undefined : editionById.get(editionId);
    if (trainerId === null || edition === undefined) return null;
    const name = nameById.get(trainerId) ?? '';
    return t('drawing.taughtBy', { name, count, edition: writeEdition(edition) });
  };

  const writeTrained = ({ trained, taught, reached }: CascadeMember): string | null => {
    if (trained === 0) return null;
    const people = t('drawing.people', { count: trained, written: format.number(trained) });
    const said = t('drawing.trained', { people, count: taught });
    return reached === trained
      ? said
      : `${said}, ${t('drawing.reaches', { written: format.number(reached) })}`;
  };

  const introduce = (name: string, facts: readonly (string | null)[]): string => {
    const known = facts.filter((fact) => fact !== null);
    return known.length === 0 ? `${name}.` : `${name}: ${known.join(', ')}.`;
  };

  const describePerson = (item: CascadeMember): string => {
    const facts = introduce(item.name, [writeStatus(item), writeTrained(item)]);
    return [facts, writeWhy(item), writeOrigin(item, 1)].filter((part) => part !== null).join(' ');
  };

  const describe = (box: CascadeBox): string => {
    if (box.kind === 'group') {
      const { members } = box.group;
      const people = t('drawing.people', { count: members.length, written: format.number(members.length) });
      const standing = countStatuses(box.group).map(({ status, count }) =>
        t('drawing.standing', {
          status: t(`status.${status}`).toLocaleLowerCase(),
          written: format.number(count),
        }),
      );
      return `${[people, ...standing].join(', ')}. ${writeOrigin(box.group, members.length) ?? ''}`;
    }
    if (box.kind !== 'ancestor') return describePerson(box.item);
    const { item } = box;
    const lessons = cascade.lineage.links
      .filter(({ trainerId }) => trainerId === item.personId)
      .map(({ learnerId, editionId }) => {
        const edition = editionById.get(editionId);
        const written = edition === undefined ? '' : writeEdition(edition);
        return t('drawing.taught', { name: nameById.get(learnerId) ?? '', edition: written });
      });
    const facts = [introduce(item.name, [writeStatus(item)]), writeWhy(item), ...lessons];
    return facts.filter((part) => part !== null).join(' ');
  };

  /** Above who leads up to somebody, and above them: in which editions they were taught. */
  const listLessons = (personId: PersonId): string | null => {
    const lessons = cascade.lineage.links.filter(({ learnerId }) => learnerId === personId);
    const codes = [...new Set(lessons.flatMap(({ editionId }) => editionById.get(editionId)?.code ?? []))];
    if (codes.length === 0) return null;
    return codes.length > mostCodes ? `${codes.slice(0, mostCodes).join(', ')} …` : codes.join(', ');
  };

  const writeFace = (box: CascadeBox): BoxFace => {
    const codeOf = (id: EditionId | null) => (id === null ? null : (editionById.get(id)?.code ?? null));
    if (box.kind === 'group') {
      const count = box.group.members.length;
      const people = t('drawing.people', { count, written: format.number(count) });
      const code = codeOf(box.group.editionId) ?? '';
      const tally = countStatuses(box.group).map((each) => ({
        status: each.status,
        letter: t(`letter.${each.status}`),
        written: format.number(each.count),
      }));
      const lines = [`${box.isExpanded ? '▾' : '▸'} ${people}`, code];
      return { lines, letter: null, edition: null, below: null, tally };
    }
    const letter = box.item.state === null ? null : t(`letter.${box.item.state.status}`);
    if (box.kind === 'ancestor')
      return {
        lines: splitName(box.item.name),
        letter,
        edition: listLessons(box.item.personId),
        below: null,
        tally: [],
      };
    const { name, reached, trained, editionId } = box.item;
    if (box.kind === 'member') return { lines: [name], letter, edition: null, below: null, tally: [] };
    const reach = reached === 0 ? [] : [t('drawing.reach', { written: format.number(reached) })];
    const below = box.isExpanded === null ? null : `${box.isExpanded ? '▾' : '▸'} ${format.number(trained)}`;
    return {
      lines: [...splitName(name), ...reach],
      letter,
      edition: codeOf(editionId) ?? listLessons(box.item.personId),
      below,
      tally: [],
    };
  };

  return {
    describe,
    faceOf: (box) => {
      const known = faces.get(box);
      if (known !== undefined) return known;
      const face = writeFace(box);
      faces.set(box, face);
      return face;
    },
    nameBand: ({ generation }, isShort) => {
      if (isShort) return generation > 0 ? t('drawing.ordinal', { number: generation }) : '';
      if (generation < 0) return t('drawing.above', { count: -generation });
      const reach = reachByGeneration.get(generation);
      if (reach === undefined) return t(cascade.lineage.links.length > 0 ? 'drawing.root' : 'drawing.roots');
      const people = t('drawing.people', { count: reach.people, written: format.number(reach.people) });
      const hours = t('drawing.hours', { count: reach.hours, written: format.number(reach.hours) });
      const places = t('drawing.participations', {
        count: reach.participations,
        written: format.number(reach.participations),
      });
      return `${t('drawing.generation', { number: generation })} · ${people} · ${places} · ${hours}`;
    },
  };
}
