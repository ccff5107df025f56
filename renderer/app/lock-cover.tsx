import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import classes from './lock-cover.module.css';

/**
 * Covers the whole window and everything that floats over it. As a modal dialog of the browser's own it makes all
 * the rest inert: no key, no click and no screen reader gets there, though it stays as it was. Nothing closes it but
 * its going; then the field one was in has the focus again.
 */
export function LockCover({ children }: { children: ReactNode }) {
  const cover = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = cover.current;
    if (dialog === null) return;
    const kept = keepKeysToItself(dialog);
    dialog.showModal();
    // React gives the focus before the dialog is open, which is too early.
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      kept.abort();
      dialog.close();
    };
  }, []);
  // A click beside the fields must not leave the keys to nobody: the cover itself takes the focus.
  return createPortal(
    <dialog ref={cover} className={classes['cover']} closedby="none" tabIndex={-1}>
      {children}
    </dialog>,
    document.body,
  );
}

/** The keys of the page and of the dialogs below are not for whoever stands before a locked window. */
function keepKeysToItself(dialog: HTMLDialogElement): AbortController {
  const kept = new AbortController();
  const { signal } = kept;
  dialog.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  // At the body: what is drawn in the cover hears its keys there, the shortcuts of the page only above.
  document.body.addEventListener('keydown', (event) => event.stopPropagation(), { signal });
  // Dialogs of the page listen before anyone else; they leave alone what is marked so.
  dialog.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) target.setAttribute('data-mantine-stop-propagation', 'true');
    },
    { signal },
  );
  return kept;
}
