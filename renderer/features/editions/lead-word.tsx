import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LeadObstacle } from '../../../domain/leading.ts';
import { useSession } from '../../lib/session.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './trainers-field.module.css';

interface LeadWordProps {
  obstacle: LeadObstacle;
  reason: string | null;
  /** Nobody named them for this edition before, so that without a word it cannot be saved. */
  isNew: boolean;
  onChange(reason: string): void;
}

/** Why somebody may not lead the edition, and what to do: a coordinator says why they lead it all the same. */
export function LeadWord({ obstacle: { name, state }, reason, isNew, onChange }: LeadWordProps) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const { writeReason } = useAccreditationWords();
  const mayDecide = can('coordinator');
  const todo = mayDecide ? 'coordinator' : 'registrar';
  return (
    <Notice tone={isNew ? 'warning' : 'info'}>
      <p className={classes['obstacle']}>
        {t('lead.notAccredited', { name })} {state === null ? t('lead.neverTrained') : writeReason(state)}.{' '}
        {isNew ? t(`lead.todo.${todo}`) : mayDecide && t('lead.mayAdd')}
      </p>
      {mayDecide && (
        <TextInput
          label={t('lead.reason', { name })}
          value={reason ?? ''}
          maxLength={300}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Notice>
  );
}
