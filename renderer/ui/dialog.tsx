import { Drawer, Modal } from '@mantine/core';
import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogGuardContext, useAskToLeave } from './unsaved-guard.ts';

export interface DialogProps {
  opened: boolean;
  onClose(): void;
  title: string;
  size?: 'sm' | 'md' | 'lg' | 'xl' | number;
  /** Dialogs stand at 200; a question that may come over one of them stands higher. */
  zIndex?: number;
  children: ReactNode;
}

/** A question or a small form over the page; Esc closes it and the focus goes back to where it was. */
export function Dialog({ size = 'md', children, ...dialog }: DialogProps) {
  const { t } = useTranslation();
  const guarded = useGuardedClose(dialog.onClose);
  return (
    <Modal {...dialog} size={size} onClose={guarded.close} closeButtonProps={{ 'aria-label': t('close') }}>
      <DialogGuardContext value={guarded.setGuarded}>{children}</DialogGuardContext>
    </Modal>
  );
}

/** A sheet from the right, beside the page it belongs to: details and longer forms. */
export function SideSheet({ size = 'lg', children, ...sheet }: DialogProps) {
  const { t } = useTranslation();
  const guarded = useGuardedClose(sheet.onClose);
  return (
    <Drawer {...sheet} size={size} onClose={guarded.close} closeButtonProps={{ 'aria-label': t('close') }}>
      <DialogGuardContext value={guarded.setGuarded}>{children}</DialogGuardContext>
    </Drawer>
  );
}

/** Closing by Esc, the cross or beside the dialog asks first if a form in it was changed and not saved. */
function useGuardedClose(onClose: () => void) {
  const isGuarded = useRef(false);
  const setGuarded = useCallback((next: boolean) => {
    isGuarded.current = next;
  }, []);
  const askToLeave = useAskToLeave();
  const close = async () => {
    if (!isGuarded.current || (await askToLeave())) onClose();
  };
  return { setGuarded, close: () => void close() };
}
