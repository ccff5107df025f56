import { useTranslation } from 'react-i18next';
import type { ConflictOf, Use } from '../../../domain/conflict.ts';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { Card, ChoiceButton, Choices } from './card.tsx';
import classes from './conflicts.module.css';
import { useDoneWords } from '../../parts/duplicates/use-done-words.ts';

/** Something deleted on one PC while another went on using it. */
export function DeletedButUsedCard({ conflict }: { conflict: ConflictOf<'deletedButUsed'> }) {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const confirm = useConfirm();
  const words = useDoneWords();
  const { thing, name, date, edition, deleted, uses, keptPerson } = conflict;
  const isMerged = thing === 'person' && keptPerson !== null;
  const values = {
    name,
    date: date === null ? '' : format.weekdayDate(date),
    course: edition?.courseTitle ?? '',
    code: edition?.editionCode ?? '',
    kept: keptPerson?.name ?? '',
  };
  const withdraw = async () => {
    const answer = await confirm({
      title: t('choice.withdraw'),
      text: t('deletedButUsed.withdraw', { name }),
      confirmLabel: t('choice.withdraw'),
      requireReason: { label: t('reasonLabel') },
    });
    return answer === false ? null : ({ choice: 'withdraw', reason: answer.reason } as const);
  };
  return (
    <Card title={t(isMerged ? 'deletedButUsed.merged' : `deletedButUsed.${thing}`, values)}>
      <ul className={classes['sides']}>
        <li className={classes['side']}>
          <strong>{t(isMerged ? 'deletedButUsed.mergedBy' : 'deletedButUsed.deletedBy')}</strong>
          <span>{words(deleted)}</span>
        </li>
        <li className={classes['side']}>
          <strong>{t('deletedButUsed.usedBy')}</strong>
          {uses.map((use) => (
            <UseLine key={`${use.as} ${use.edition?.editionId ?? ''}`} use={use} />
          ))}
        </li>
      </ul>
      <Choices conflict={conflict}>
        <ChoiceButton
          conflict={conflict}
          choice="moveToKept"
          label={isMerged ? t('choice.moveToKept', { name: values.kept }) : t('choice.moveToKeptEnrolment')}
          decide={() => ({ choice: 'moveToKept' })}
        />
        <ChoiceButton
          conflict={conflict}
          choice="restore"
          label={t(isMerged ? 'choice.separate' : 'choice.restore')}
          decide={() => ({ choice: 'restore' })}
        />
        <ChoiceButton conflict={conflict} choice="withdraw" label={t('choice.withdraw')} decide={withdraw} />
        <ChoiceButton
          conflict={conflict}
          choice="leaveDeleted"
          label={t('choice.leaveDeleted')}
          decide={() => ({ choice: 'leaveDeleted' })}
        />
      </Choices>
    </Card>
  );
}

function UseLine({ use }: { use: Use }) {
  const { t } = useTranslation('conflicts');
  const words = useDoneWords();
  const { as, count, edition, done } = use;
  return (
    <span>
      {t(`use.${as}`, { count })}
      {edition !== null && `: ${edition.courseTitle} (${edition.editionCode})`}{' '}
      <span className={classes['soft']}>{words(done)}</span>
    </span>
  );
}
