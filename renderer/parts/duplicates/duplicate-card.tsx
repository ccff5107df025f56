import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '../../../domain/duplicate.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import classes from './duplicates.module.css';
import { EvidenceList } from './evidence-list.tsx';
import { PairActions } from './pair-actions.tsx';
import { PersonSides } from './person-side.tsx';

export function DuplicateCards({ children }: { children: ReactNode }) {
  return <ul className={classes['list']}>{children}</ul>;
}

/** Two records that may be one human: both sides, the evidence, and what can be done. */
export function DuplicateCard({ pair }: { pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates');
  const [first, second] = pair.people;
  if (first === undefined || second === undefined) return null;
  const names = { first: surnamesFirst(first.person), second: surnamesFirst(second.person) };
  const isOneName = names.first === names.second;
  return (
    <li className={classes['card']}>
      <h2>{isOneName ? t('askSameName', { name: names.first }) : t('ask', names)}</h2>
      <EvidenceList evidence={pair.evidence} />
      <PersonSides people={pair.people} />
      <PairActions ids={[first.person.id, second.person.id]} />
    </li>
  );
}
