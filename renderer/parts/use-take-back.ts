import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { actionPlaceSchema } from '../../domain/history.ts';
import { useApi } from '../lib/api.tsx';
import { useDescribeError } from '../lib/errors.ts';
import { useToast } from '../ui/toast.tsx';

type ActionPlace = z.infer<typeof actionPlaceSchema>;

/** What a message offers as its way back: everything as it was, the last thing done first; or why that cannot be. */
export function useTakeBack() {
  const toast = useToast();
  const describeError = useDescribeError();
  const undoing = useMutation(useApi().history.undo.mutationOptions());
  return (done: readonly ActionPlace[]) => async () => {
    try {
      for (const { device, action } of done.toReversed()) await undoing.mutateAsync({ device, action });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
}
