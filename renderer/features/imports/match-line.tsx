import { useTranslation } from 'react-i18next';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import type { ImportMatch } from '../../../domain/import.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { EvidenceList } from '../../parts/duplicates/evidence-list.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './findings.module.css';
import { useDecisions } from './use-decisions.ts';
import type { Decision } from './use-import-draft.ts';

interface MatchLineProps {
  match: ImportMatch;
  decision: Decision;
  onDecide(decision: Decision): void;
  onShow(): void;
}

/** Someone of the list beside who they may be, the evidence, and the choice. */
export function MatchLine({ match, decision, onDecide, onShow }: MatchLineProps) {
  const { t } = useTranslation('imports');
  const { options, parse } = useDecisions();
  const { row, name, identityCard, kind, evidence } = match;
  return (
    <li className={classes['match']}>
      <button type="button" className={classes['problem']} onClick={onShow}>
        <b>{t('findings.row', { row })}</b>
        <span>{[name, identityCard].filter(Boolean).join(' · ')}</span>
      </button>
      <p className={classes['evidence']}>
        {t(`likeness.${kind}`)} <OtherOne match={match} />
      </p>
      <EvidenceList evidence={evidence} />
      <Segments
        label={t('findings.whatIs', { row, name })}
        options={options}
        value={decision}
        onChange={(value) => onDecide(parse(value))}
      />
    </li>
  );
}

/** Who it is compared with: a registered person with what is known of them, or an earlier row. */
function OtherOne({ match: { person, otherRow } }: { match: ImportMatch }) {
  const { t } = useTranslation('imports');
  if (otherRow !== null) return <b>{t('findings.otherRow', { row: otherRow.row, name: otherRow.name })}</b>;
  if (person === null) return null;
  const card = formatIdentityCard({
    number: person.idNumber,
    complement: person.idComplement,
    issuedIn: person.idIssuedIn,
  });
  const known = [card, person.phone, person.community].filter(Boolean).join(' · ');
  return (
    <>
      <b>{surnamesFirst(person)}</b>
      {known === '' ? '' : ` (${known})`}
    </>
  );
}
