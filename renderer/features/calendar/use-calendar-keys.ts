import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { addDays, type CalendarDate } from '../../../domain/calendar-date.ts';
import { addSpans, type CalendarSpan } from '../../../domain/calendar.ts';
import { mondayOf } from '../../../domain/weekday.ts';

/** What of a day can have the focus: the day itself, one of its sessions (by its id), or 'more'. */
export interface Spot {
  date: CalendarDate;
  at: string;
}

interface CalendarKeysOptions {
  span: CalendarSpan;
  day: CalendarDate;
  isShown(date: CalendarDate): boolean;
  /** What can have the focus in a day besides itself, from top to bottom. */
  listSpots(date: CalendarDate): readonly string[];
  /** Shows the month or week of a day. */
  onShow(date: CalendarDate): void;
  onOpen(spot: Spot): void;
}

export const spotName = ({ date, at }: Spot): string => `${date} ${at}`;

/**
 * The keyboard of a calendar, with one stop for Tab: left and right move by days, up and down through a day's sessions
 * and on to the week above or below, Home and End to Monday and Sunday, PageUp and PageDown by a month or week; Enter
 * opens. The focus is where the last key or the mouse put it, else on the day of the address.
 */
export function useCalendarKeys({ span, day, isShown, listSpots, onShow, onOpen }: CalendarKeysOptions) {
  const [last, setLast] = useState<Spot | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  /** It may come into being only with the next month or week. */
  const awaited = useRef<Spot | null>(null);
  const current: Spot =
    last !== null && isShown(last.date) && (last.at === 'day' || listSpots(last.date).includes(last.at))
      ? last
      : { date: last !== null && isShown(last.date) ? last.date : day, at: 'day' };

  useEffect(() => {
    if (awaited.current === null) return;
    const element = grid.current?.querySelector<HTMLElement>(`[data-spot="${spotName(awaited.current)}"]`);
    if (element === null || element === undefined) return;
    awaited.current = null;
    element.focus();
  });

  const focusOn = (spot: Spot) => {
    setLast(spot);
    awaited.current = spot;
    if (!isShown(spot.date)) onShow(spot.date);
  };

  /** The next spot of a column that goes on through the weeks, or through one day where only a week is shown. */
  const findBelow = (step: 1 | -1): Spot | null => {
    const spots = ['day', ...listSpots(current.date)];
    const next = spots[spots.indexOf(current.at) + step];
    if (next !== undefined) return { date: current.date, at: next };
    if (span === 'week') return null;
    const date = addDays(current.date, 7 * step);
    return { date, at: step === 1 || !isShown(date) ? 'day' : (listSpots(date).at(-1) ?? 'day') };
  };

  const toDay = (date: CalendarDate): Spot => ({ date, at: 'day' });
  const moves: Record<string, () => Spot | null> = {
    ArrowLeft: () => toDay(addDays(current.date, -1)),
    ArrowRight: () => toDay(addDays(current.date, 1)),
    ArrowUp: () => findBelow(-1),
    ArrowDown: () => findBelow(1),
    Home: () => toDay(mondayOf(current.date)),
    End: () => toDay(addDays(mondayOf(current.date), 6)),
    PageUp: () => toDay(addSpans(span, current.date, -1)),
    PageDown: () => toDay(addSpans(span, current.date, 1)),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const move = moves[event.key];
    if (move !== undefined) {
      const spot = move();
      if (spot !== null) focusOn(spot);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(current);
    else return;
    event.preventDefault();
  };

  const onFocus = ({ target }: FocusEvent) => {
    awaited.current = null;
    const [date, at] = target.getAttribute('data-spot')?.split(' ') ?? [];
    if (date !== undefined && at !== undefined) setLast({ date: date as CalendarDate, at });
  };

  return { current, focusOn, gridProps: { ref: grid, onKeyDown, onFocus } };
}
