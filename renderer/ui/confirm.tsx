import { createContext, type ReactNode, useContext } from 'react';

export interface Question {
  title: string;
  /** What will happen and whether it can be taken back. */
  text: ReactNode;
  /** The verb: 'Anular', 'Cerrar edición'. */
  confirmLabel: string;
  /** For what cannot be undone. */
  danger?: boolean;
  /** Asks for a reason, which is recorded. */
  requireReason?: { label: string };
}

export type Answer = { reason: string } | false;
export type Confirm = (question: Question) => Promise<Answer>;

export const ConfirmContext = createContext<Confirm | null>(null);

/** Asks before what cannot be taken back: resolves with false, or with the reason given ('' if none was asked). */
export function useConfirm(): Confirm {
  const confirm = useContext(ConfirmContext);
  if (confirm === null) throw new Error('useConfirm needs a ConfirmProvider above it');
  return confirm;
}
