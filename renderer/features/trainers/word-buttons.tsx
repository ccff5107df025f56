import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import type { AccreditationWord } from '../../../domain/accreditation.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import { useSession } from '../../lib/session.tsx';
import { useMasterTrainers } from './accredited-by-field.tsx';
import { listPossibleWords } from './possible-words.ts';
import { WordDialog } from './word-dialog.tsx';

interface WordButtonsProps {
  /** Of the person, given names first. */
  name: string;
  line: AccreditationLine;
  rule: AccreditationRule | null;
  /** Whether this is the next step of the page. */
  isNext: boolean;
}

/** What the user may say of an accreditation. */
export function WordButtons({ name, line, rule, isNext }: WordButtonsProps) {
  const { t } = useTranslation('trainers');
  const maySay = useMaySay(line);
  const [said, setSaid] = useState<AccreditationWord | null>(null);
  const words = listPossibleWords(line.state, rule).filter(maySay);
  return (
    <>
      {words.map((word, index) => (
        <Button
          key={word}
          {...(isNext && index === 0 ? { variant: 'filled' } : {})}
          {...(word === 'suspended' ? { color: 'red', variant: 'outline' } : {})}
          onClick={() => setSaid(word)}
        >
          {t(`word.verb.${word}`)}
        </Button>
      ))}
      {said !== null && (
        <WordDialog name={name} line={line} rule={rule} word={said} onClose={() => setSaid(null)} />
      )}
    </>
  );
}

/** A coordinator says everything; a registrar notes what was signed and what a master trainer said. */
function useMaySay({ courseId, personId }: AccreditationLine): (word: AccreditationWord) => boolean {
  const { can } = useSession();
  const hasMaster = useMasterTrainers(courseId).some(({ value }) => value !== personId);
  return (word) => {
    if (can('coordinator')) return true;
    if (!can('registrar')) return false;
    return word === 'agreementSigned' || ((word === 'accredited' || word === 'renewed') && hasMaster);
  };
}
