import { page } from 'vitest/browser';

/** The head of a day, which opens it: 'lunes 5 de mayo, 2 sesiones'. */
export const headOf = (name: string | RegExp) => page.getByRole('button', { name });

/** The days of May 2031, by their number, where the first one shown is the 28 of April (a month) or 5 of May (a week). */
export function daysOf(span: 'month' | 'week') {
  const dayOf = (number: number) => page.getByRole('gridcell').nth(number + (span === 'month' ? 2 : -5));
  /** A session, by the hour at which it begins. */
  const chipOf = (number: number, hour: string) =>
    dayOf(number).getByRole('button', { name: new RegExp(`^${hour} a `) });
  return { dayOf, chipOf };
}

/** Puts the focus on the head of a day. */
export function focusHead(name: RegExp): void {
  const head = headOf(name).element();
  if (head instanceof HTMLElement) head.focus();
}
