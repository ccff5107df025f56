import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeDay, OfficeDayDraft } from '../../../domain/office-day.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';

/** Adds and takes out days of the office; both can be undone at the foot of the window. */
export function useOfficeDayActions() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const { mutateAsync: addDay } = useMutation(api.officeDays.add.mutationOptions());
  const { mutateAsync: removeDay } = useMutation(api.officeDays.remove.mutationOptions());
  const { mutateAsync: restoreDay } = useMutation(api.officeDays.restore.mutationOptions());

  const add = useCallback(
    async (draft: OfficeDayDraft) => {
      const { id, name } = await addDay(draft);
      toast.show({ text: t('officeDays.added', { name }), undo: () => removeDay({ id }) });
    },
    [t, toast, addDay, removeDay],
  );

  const remove = useCallback(
    async ({ id, name }: OfficeDay) => {
      try {
        await removeDay({ id });
        toast.show({ text: t('officeDays.removed', { name }), undo: () => restoreDay({ id }) });
      } catch (error) {
        toast.show({ text: describeError(error), tone: 'danger' });
      }
    },
    [t, toast, describeError, removeDay, restoreDay],
  );

  return { add, remove };
}
