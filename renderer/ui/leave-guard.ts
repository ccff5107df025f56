import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useAskToLeave, useDialogGuard } from './unsaved-guard.ts';

/**
 * Asks before what was typed is left: by the router, by closing the window or the dialog around. `isSaving`
 * lets the step pass that a save itself takes.
 */
export function useLeaveGuard(isGuarded: boolean, isSaving: RefObject<boolean>): void {
  const askToLeave = useAskToLeave();
  useDialogGuard(isGuarded);
  useBlocker({
    disabled: !isGuarded,
    enableBeforeUnload: isGuarded,
    shouldBlockFn: async () => !isSaving.current && !(await askToLeave()),
  });
}
