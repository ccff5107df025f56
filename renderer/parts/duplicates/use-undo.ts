import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';

/** What was done at once, as the service names it. */
type Done = { device: string; action: number };

/** How a message offers to take something back, to those who may. */
export function useUndo(): (done: Done) => { undo?: () => Promise<unknown> } {
  const api = useApi();
  const { can } = useSession();
  const undo = useMutation(api.history.undo.mutationOptions());
  return (done) => (can('coordinator') ? { undo: () => undo.mutateAsync(done) } : {});
}
