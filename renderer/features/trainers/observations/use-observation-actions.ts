import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Observation, ObservationDraft } from '../../../../domain/observation.ts';
import { useApi } from '../../../lib/api.tsx';
import { useDescribeError } from '../../../lib/errors.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Writes down, corrects and takes out observations; each can be undone at the foot of the window. */
export function useObservationActions() {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const toast = useToast();
  const describeError = useDescribeError();
  const { mutateAsync: add } = useMutation(api.observations.add.mutationOptions());
  const { mutateAsync: change } = useMutation(api.observations.change.mutationOptions());
  const { mutateAsync: removeOne } = useMutation(api.observations.remove.mutationOptions());
  const { mutateAsync: restore } = useMutation(api.observations.restore.mutationOptions());
  return {
    /** Throws what the form shows. */
    save: async (before: Observation | null, draft: ObservationDraft) => {
      if (before === null) {
        const { id } = await add(draft);
        toast.show({ text: t('observation.added'), undo: () => removeOne({ id }) });
        return;
      }
      const { id } = before;
      await change({ id, draft });
      const former = { ...before, score: before.marks.length === 0 ? before.score : null };
      toast.show({ text: t('observation.changed'), undo: () => change({ id, draft: former }) });
    },
    remove: async ({ id }: Observation) => {
      try {
        await removeOne({ id });
        toast.show({ text: t('observation.removed'), undo: () => restore({ id }) });
      } catch (error) {
        toast.show({ text: describeError(error), tone: 'danger' });
      }
    },
  };
}
