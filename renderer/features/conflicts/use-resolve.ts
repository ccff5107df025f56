import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Resolution } from '../../../domain/conflict-resolution.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useUndo } from '../../parts/duplicates/use-undo.ts';
import { useToast } from '../../ui/toast.tsx';

/** Carries out a decision and says so; what can be taken back can be taken back from the message. */
export function useResolve(): (key: string, resolution: Resolution) => Promise<boolean> {
  const { t } = useTranslation('conflicts');
  const api = useApi();
  const toast = useToast();
  const describe = useDescribeError();
  const undoable = useUndo();
  const { mutateAsync } = useMutation(api.conflicts.resolve.mutationOptions());
  const takeBack = useMutation(api.conflicts.takeBack.mutationOptions());
  return async (key, resolution) => {
    try {
      const { words, done } = await mutateAsync({ key, resolution });
      const undo =
        words.length > 0
          ? { undo: () => takeBack.mutateAsync({ words }) }
          : resolution.choice === 'reissue'
            ? {}
            : undoable(done);
      toast.show({ text: t(`done.${resolution.choice}`), tone: 'success', ...undo });
      return true;
    } catch (error) {
      toast.show({ text: describe(error), tone: 'danger' });
      return false;
    }
  };
}
