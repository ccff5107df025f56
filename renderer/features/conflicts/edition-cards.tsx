import { useTranslation } from 'react-i18next';
import type { ConflictOf, EditionNamed } from '../../../domain/conflict.ts';
import { nameRoom } from '../../../domain/room.ts';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { Card, ChoiceButton, Choices } from './card.tsx';
import classes from './conflicts.module.css';
import { EditionLink } from './edition-link.tsx';
import { EnrolmentsCompared } from '../../parts/duplicates/enrolments-compared.tsx';
import { useDoneWords } from '../../parts/duplicates/use-done-words.ts';
import { toJoin, useJoinChoices } from '../../parts/duplicates/use-join-choice.ts';

/** One person enrolled twice in an edition. */
export function TwoEnrolmentsCard({ conflict }: { conflict: ConflictOf<'twoEnrolments'> }) {
  const { t } = useTranslation('conflicts');
  const { comparison, person } = conflict;
  const { choiceOf, setChoice } = useJoinChoices([comparison]);
  const choice = choiceOf(comparison);
  return (
    <Card
      title={t('twoEnrolments.title', {
        name: person.name,
        course: comparison.courseTitle,
        code: comparison.editionCode,
      })}
      evidence={t('twoEnrolments.evidence')}
    >
      <EnrolmentsCompared
        comparison={comparison}
        choice={choice}
        onChoose={(next) => setChoice(comparison, next)}
      />
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="keepEnrolment"
          label={t('choice.keepEnrolment')}
          decide={() => ({ choice: 'keepEnrolment', join: toJoin(comparison, choice) })}
        />
      </Choices>
    </Card>
  );
}

/** More people than seats. */
export function OverCapacityCard({ conflict }: { conflict: ConflictOf<'overCapacity'> }) {
  const { t } = useTranslation('conflicts');
  const confirm = useConfirm();
  const words = useDoneWords();
  const { edition, capacity, enrolled, excess, last } = conflict;
  const accept = async () => {
    const answer = await confirm({
      title: t('choice.acceptExcess'),
      text: t('overCapacity.accept', { count: excess }),
      confirmLabel: t('choice.acceptExcess'),
      requireReason: { label: t('reasonLabel') },
    });
    return answer === false ? null : ({ choice: 'acceptExcess', reason: answer.reason } as const);
  };
  return (
    <Card
      title={t('overCapacity.title', {
        course: edition.courseTitle,
        code: edition.editionCode,
        enrolled,
        capacity,
      })}
      evidence={t('overCapacity.evidence', { count: excess })}
    >
      <ul className={classes['facts']}>
        {last.map(({ enrolmentId, name, made }) => (
          <li key={enrolmentId}>
            {name} <span className={classes['soft']}>{t('made', { done: words(made) })}</span>
          </li>
        ))}
      </ul>
      <p>
        <EditionLink edition={edition} />
      </p>
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="raiseCapacity"
          label={t('choice.raiseCapacity', { capacity: capacity + excess })}
          decide={() => ({ choice: 'raiseCapacity' })}
        />
        <ChoiceButton
          conflict={conflict}
          choice="acceptExcess"
          label={t('choice.acceptExcess')}
          decide={accept}
        />
        <ChoiceButton
          conflict={conflict}
          choice="moveToWaiting"
          label={t('choice.moveToWaiting', { count: excess })}
          decide={() => ({ choice: 'moveToWaiting' })}
        />
      </Choices>
    </Card>
  );
}

/** A trainer in two places at once. */
export function TrainerDoubleBookedCard({ conflict }: { conflict: ConflictOf<'trainerDoubleBooked'> }) {
  const { t } = useTranslation('conflicts');
  const words = useDoneWords();
  const { person, editions, overlaps } = conflict;
  return (
    <Card
      title={t('trainerDoubleBooked.title', { name: person.name, count: overlaps.length })}
      evidence={editions.length === 1 ? t('trainerDoubleBooked.oneEdition') : undefined}
    >
      <ul className={classes['sides']}>
        {editions.map((edition) => (
          <li key={edition.editionId} className={classes['side']}>
            <EditionLink edition={edition} />
            <span>{edition.place}</span>
            <span className={classes['soft']}>{t('assigned', { done: words(edition.assigned) })}</span>
          </li>
        ))}
      </ul>
      <Overlaps overlaps={overlaps} editions={editions} />
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="keepBoth"
          label={t('choice.keepBoth')}
          decide={() => ({ choice: 'keepBoth' })}
        />
        {editions.map(({ editionId, editionCode }) => (
          <ChoiceButton
            key={editionId}
            conflict={conflict}
            choice="takeOff"
            label={t('choice.takeOff', { code: editionCode })}
            decide={() => ({ choice: 'takeOff', editionId })}
          />
        ))}
      </Choices>
    </Card>
  );
}

/** A room in which two editions meet at once. */
export function RoomDoubleBookedCard({ conflict }: { conflict: ConflictOf<'roomDoubleBooked'> }) {
  const { t } = useTranslation('conflicts');
  const { place, room, editions, overlaps } = conflict;
  return (
    <Card
      title={t('roomDoubleBooked.title', { room: nameRoom(place, room), count: overlaps.length })}
      evidence={t('roomDoubleBooked.evidence')}
    >
      <ul className={classes['sides']}>
        {editions.map((edition) => (
          <li key={edition.editionId} className={classes['side']}>
            <EditionLink edition={edition} />
          </li>
        ))}
      </ul>
      <Overlaps overlaps={overlaps} editions={editions} />
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="keepBoth"
          label={t('choice.keepBoth')}
          decide={() => ({ choice: 'keepBoth' })}
        />
      </Choices>
    </Card>
  );
}

/** The sessions that overlap, day by day. */
function Overlaps({
  overlaps,
  editions,
}: Pick<ConflictOf<'roomDoubleBooked'>, 'overlaps'> & { editions: readonly EditionNamed[] }) {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const codeOf = (editionId: string) =>
    editions.find((edition) => edition.editionId === editionId)?.editionCode ?? '';
  return (
    <ul className={classes['facts']}>
      {overlaps.map(({ date, sessions }) => (
        <li key={sessions.map(({ sessionId }) => sessionId).join(' ')}>
          {format.weekdayDate(date)}:{' '}
          {sessions
            .map(({ editionId, startsAt, minutes }) =>
              t('overlappingSession', { time: startsAt, code: codeOf(editionId), minutes }),
            )
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}
