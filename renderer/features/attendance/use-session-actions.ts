import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Says that a session did not happen, takes that back, deletes one; each can be undone at the foot of the window. */
export function useSessionActions() {
  const { t } = useTranslation('attendance');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const describeError = useDescribeError();
  const cancelling = useMutation(api.sessions.cancel.mutationOptions());
  const uncancelling = useMutation(api.sessions.uncancel.mutationOptions());
  const removing = useMutation(api.sessions.remove.mutationOptions());
  const restoring = useMutation(api.sessions.restore.mutationOptions());

  const attempt = async (step: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>) => {
    try {
      await step();
      toast.show({ text: done, ...(undo === undefined ? {} : { undo }) });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };

  const uncancel = ({ id: sessionId, date }: Session) =>
    attempt(
      () => uncancelling.mutateAsync({ sessionId }),
      t('sessionUncancelled', { date: format.weekdayDate(date) }),
    );

  const cancel = async ({ id: sessionId, date: day }: Session) => {
    const date = format.weekdayDate(day);
    const answer = await confirm({
      title: t('cancelSession.title', { date }),
      text: t('cancelSession.text'),
      confirmLabel: t('cancelSession.confirm'),
      requireReason: { label: t('cancelSession.reason') },
    });
    if (answer === false) return;
    await attempt(
      () => cancelling.mutateAsync({ sessionId, reason: answer.reason }),
      t('sessionCancelled', { date }),
      () => uncancelling.mutateAsync({ sessionId }),
    );
  };

  const remove = ({ id: sessionId, date }: Session) =>
    attempt(
      () => removing.mutateAsync({ sessionId }),
      t('sessionRemoved', { date: format.weekdayDate(date) }),
      () => restoring.mutateAsync({ sessionId }),
    );

  return { cancel, uncancel, remove };
}
