import { IconCheck, IconEqualNot, type Icon, IconTilde } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type Evidence,
  type EvidenceDirection,
  evidenceDirections,
} from '../../../domain/person-likeness.ts';
import classes from './duplicates.module.css';

const signs: Record<EvidenceDirection, Icon> = {
  agrees: IconCheck,
  near: IconTilde,
  contradicts: IconEqualNot,
};

/** What speaks for and against two records being one human, in words, each with the way it points. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation('duplicates');
  return (
    <ul className={classes['evidence']} aria-label={t('evidenceLabel')}>
      {evidence.map((each) => {
        const says = evidenceDirections[each];
        const Sign = signs[says];
        return (
          <li key={each} data-says={says}>
            <Sign size={15} stroke={2} role="img" aria-label={t(`says.${says}`)} />
            {t(`evidence.${each}`)}
          </li>
        );
      })}
    </ul>
  );
}
