import { dialog, type BrowserWindow } from 'electron';
import type { ShellTexts } from './texts.ts';

/** Something ended that should not have: try again, or quit? Over no window if there may be none. */
export async function askToTryAgain(
  texts: ShellTexts,
  fault: { readonly message: string; readonly detail: string },
  window: BrowserWindow | null,
): Promise<boolean> {
  const options = {
    ...fault,
    type: 'error' as const,
    title: 'Yachay',
    buttons: [texts.tryAgain, texts.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 0;
}

/** The page holds something unsaved: leave all the same? Esc and Enter both stay. */
export function askToLeave(texts: ShellTexts, window: BrowserWindow): boolean {
  const response = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: 'Yachay',
    message: texts.unsaved,
    detail: texts.unsavedDetail,
    buttons: [texts.stay, texts.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
