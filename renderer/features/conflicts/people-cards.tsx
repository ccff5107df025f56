import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictOf } from '../../../domain/conflict.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useSession } from '../../lib/session.tsx';
import { Card, ChoiceButton, Choices, rememberNext } from './card.tsx';
import classes from './conflicts.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import { PersonSideBox } from './person-side.tsx';

/** Two records that may be one human. */
export function DuplicatePeopleCard({ conflict }: { conflict: ConflictOf<'duplicatePeople'> }) {
  const { t } = useTranslation('conflicts');
  const { can } = useSession();
  const [goOn, setGoOn] = useState<(() => void) | null>(null);
  const [first, second] = conflict.people;
  if (first === undefined || second === undefined) return null;
  const names = { first: surnamesFirst(first.person), second: surnamesFirst(second.person) };
  const isOneName = names.first === names.second;
  return (
    <Card
      title={
        isOneName ? t('duplicatePeople.sameName', { name: names.first }) : t('duplicatePeople.title', names)
      }
      evidence={t(`reason.${conflict.reason}`)}
    >
      <ul className={classes['sides']}>
        {conflict.people.map((side) => (
          <PersonSideBox key={side.person.id} side={side} />
        ))}
      </ul>
      <Choices conflict={conflict}>
        {can('registrar') && (
          <Button
            variant="default"
            onClick={(event) => {
              const next = rememberNext(event.currentTarget);
              setGoOn(() => next);
            }}
          >
            {t('choice.merge')}
          </Button>
        )}
        <ChoiceButton
          conflict={conflict}
          choice="twoPeople"
          label={t('choice.twoPeople')}
          decide={() => ({ choice: 'twoPeople' })}
        />
      </Choices>
      {goOn !== null && (
        <MergeDialog
          ids={[first.person.id, second.person.id]}
          onClose={() => setGoOn(null)}
          onMerged={() => {
            setGoOn(null);
            goOn();
          }}
        />
      )}
    </Card>
  );
}

/** People merged into one another on different PCs. */
export function MergedApartCard({ conflict }: { conflict: ConflictOf<'mergedApart'> }) {
  const { t } = useTranslation('conflicts');
  return (
    <Card title={t('mergedApart.title')} evidence={t('mergedApart.evidence')}>
      <ul className={classes['sides']}>
        {conflict.people.map((side) => (
          <PersonSideBox key={side.person.id} side={side} />
        ))}
      </ul>
      <Choices conflict={conflict}>
        {conflict.people.map(({ person }) => (
          <ChoiceButton
            key={person.id}
            conflict={conflict}
            choice="keepPerson"
            label={t('choice.keepPerson', { name: surnamesFirst(person) })}
            decide={() => ({ choice: 'keepPerson', personId: person.id })}
          />
        ))}
      </Choices>
    </Card>
  );
}
