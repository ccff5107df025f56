import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../domain/history.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';

/** Makes a field (null: the whole record) what it was after an entry; the message that says so can take it back. */
export function useRestore(): (entry: HistoryEntry, column: string | null) => Promise<void> {
  const { t } = useTranslation('history');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const restoring = useMutation(api.history.restore.mutationOptions());
  const undoing = useMutation(api.history.undo.mutationOptions());
  return async ({ device, sequence }, column) => {
    try {
      const place = await restoring.mutateAsync({ device, sequence, column });
      toast.show({ text: t('restore.done'), undo: () => undoing.mutateAsync(place) });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
}
