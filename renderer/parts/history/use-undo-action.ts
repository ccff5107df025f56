import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryAction } from '../../../domain/history.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useActionWords } from './action-words.ts';

/** Takes an action back after asking; the message that says so offers to do it again. */
export function useUndoAction() {
  const { t } = useTranslation('history');
  const confirm = useConfirm();
  const toast = useToast();
  const describeError = useDescribeError();
  const words = useActionWords();
  const undoing = useMutation(useApi().history.undo.mutationOptions());
  const undo = async (action: HistoryAction) => {
    const answer = await confirm({
      title: t('undo.title'),
      text: t('undo.text', { name: action.userName ?? t('someone'), what: words(action) }),
      confirmLabel: t('undo.confirm'),
    });
    if (answer === false) return;
    try {
      const { rows, device, action: place } = await undoing.mutateAsync(action);
      toast.show({
        text: t('undo.done', { count: rows }),
        undo: () => undoing.mutateAsync({ device, action: place }),
      });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
  return { undo, isUndoing: undoing.isPending };
}
