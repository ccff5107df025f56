import { createContext, useCallback, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm } from './confirm.tsx';

/** Tells the dialog around whether what stands in it was changed and not saved. */
export const DialogGuardContext = createContext<((isGuarded: boolean) => void) | null>(null);

/** Lets a form tell the dialog around it that closing would lose something. */
export function useDialogGuard(isGuarded: boolean): void {
  const setGuarded = useContext(DialogGuardContext);
  useEffect(() => {
    setGuarded?.(isGuarded);
    return () => setGuarded?.(false);
  }, [setGuarded, isGuarded]);
}

/** Asks whether to leave what was typed; true to leave. */
export function useAskToLeave(): () => Promise<boolean> {
  const { t } = useTranslation();
  const confirm = useConfirm();
  return useCallback(async () => {
    const answer = await confirm({
      title: t('unsaved.title'),
      text: t('unsaved.text'),
      confirmLabel: t('unsaved.leave'),
      danger: true,
    });
    return answer !== false;
  }, [confirm, t]);
}
