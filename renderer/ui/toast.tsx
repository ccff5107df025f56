import { Button, CloseButton, Portal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import classes from './toast.module.css';

export interface ToastMessage {
  text: string;
  tone?: 'info' | 'success' | 'danger';
  /** Takes back what was done; offered as a button and by Ctrl+Z for as long as the message stands. */
  undo?: () => Promise<unknown>;
}

interface Toasts {
  show(message: ToastMessage): void;
  /** Takes all messages away: the next user must not undo what was not theirs. */
  clear(): void;
}

interface Shown extends ToastMessage {
  id: number;
}

const ToastContext = createContext<Toasts | null>(null);

const restMs = { plain: 6_000, undoable: 20_000, danger: 20_000 };

function restOf(message: ToastMessage): number {
  if (message.undo !== undefined) return restMs.undoable;
  return message.tone === 'danger' ? restMs.danger : restMs.plain;
}

/** Shows what was just done at the foot of the window, at most two at a time. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const nextId = useRef(1);
  const drop = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current;
    nextId.current += 1;
    setShown((all) => [...all.slice(-1), { ...message, id }]);
  }, []);
  const takeBack = useCallback(
    async (toast: Shown) => {
      drop(toast.id);
      await toast.undo?.();
    },
    [drop],
  );
  useHotkeys([
    [
      'mod+Z',
      () => {
        const last = shown.findLast((toast) => toast.undo !== undefined);
        if (last !== undefined) void takeBack(last);
      },
    ],
  ]);
  const clear = useCallback(() => setShown([]), []);
  const toasts = useMemo(() => ({ show, clear }), [show, clear]);
  return (
    <ToastContext value={toasts}>
      {children}
      <Portal>
        <div className={classes['stack']} role="status" aria-live="polite">
          {shown.map((toast) => (
            <Toast key={toast.id} toast={toast} onDrop={drop} onUndo={takeBack} />
          ))}
        </div>
      </Portal>
    </ToastContext>
  );
}

interface ToastProps {
  toast: Shown;
  onDrop(id: number): void;
  onUndo(toast: Shown): Promise<void>;
}

function Toast({ toast, onDrop, onUndo }: ToastProps) {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(() => onDrop(toast.id), restOf(toast));
    return () => clearTimeout(timer);
  }, [toast, onDrop]);
  return (
    <div className={classes['toast']} data-tone={toast.tone ?? 'info'}>
      <span className={classes['text']}>{toast.text}</span>
      {toast.undo !== undefined && (
        <Button
          variant="subtle"
          size="xs"
          className={classes['undo'] ?? ''}
          onClick={() => void onUndo(toast)}
        >
          {t('undo')}
        </Button>
      )}
      <CloseButton
        size="sm"
        className={classes['close'] ?? ''}
        aria-label={t('close')}
        onClick={() => onDrop(toast.id)}
      />
    </div>
  );
}

/** Says that something was done, with a way back. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error('useToast needs a ToastProvider above it');
  return toasts;
}
