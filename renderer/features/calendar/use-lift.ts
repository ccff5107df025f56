import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { addDays } from '../../../domain/calendar-date.ts';
import { type CalendarSession, type CalendarSpan, findMoveObstacle } from '../../../domain/calendar.ts';
import { minutesOf, timeAt } from '../../../domain/time-of-day.ts';
import type { CalendarGridProps } from './calendar-grid.ts';
import { findMomentAt } from './moment-at.ts';
import type { ShownHours } from './shown-hours.ts';
import type { Spot } from './use-calendar-keys.ts';
import type { Moment } from './use-move-session.tsx';

/** A session that is being moved, and where it would go; it stays where it is until it is let go. */
export interface Lifted {
  session: CalendarSession;
  to: Moment;
  by: 'keys' | 'pointer';
}

/** What a day shows of a move: nothing unless it begins or would end there. */
export function liftedOn(date: Moment['date'], lifted: Lifted | null): Lifted | null {
  return lifted !== null && [lifted.session.date, lifted.to.date].includes(date) ? lifted : null;
}

interface LiftOptions extends Pick<CalendarGridProps, 'sessionsByDate' | 'onMove' | 'onObstacle'> {
  span: CalendarSpan;
  isShown(date: Moment['date']): boolean;
  /** Of a week; in a month the hour stays. */
  hours: ShownHours | null;
}

/** In minutes; with Shift an hour. */
const step = 15;
/** A press that goes no farther than this many pixels is a click. */
const clickReach = 5;

/**
 * Moves sessions by the mouse or a pen, and by the keys: M lifts the one with the focus, arrows choose a day (in a week
 * also the hour), Enter lets go, Esc leaves it where it was. What may not be moved says why when one tries.
 */
export function useLift({ span, sessionsByDate, isShown, hours, onMove, onObstacle }: LiftOptions) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  /** The press that ends a drag is not meant as a click. */
  const isClickOfDrag = useRef(false);
  const endDrag = useRef<() => void>(() => undefined);
  useEffect(() => () => endDrag.current(), []);

  const findSession = ({ date, at }: Spot) => sessionsByDate.get(date)?.find(({ id }) => id === at);
  const mayLift = (session: CalendarSession) => {
    const obstacle = findMoveObstacle(session);
    if (obstacle !== null) onObstacle(obstacle);
    return obstacle === null;
  };
  const letGo = ({ session, to }: Lifted) => {
    setLifted(null);
    if (to.date !== session.date || to.startsAt !== session.startsAt) onMove?.(session, to);
  };

  const onPointerDown = (event: PointerEvent) => {
    isClickOfDrag.current = false;
    if (onMove === null || event.button !== 0 || event.pointerType === 'touch') return;
    const chip = event.target instanceof Element ? event.target.closest('[data-spot]') : null;
    const [date, at] = chip?.getAttribute('data-spot')?.split(' ') ?? [];
    const session = findSession({ date: date as Moment['date'], at: at ?? '' });
    if (chip === null || session === undefined) return;
    const [x, y, grabbed] = [event.clientX, event.clientY, event.clientY - chip.getBoundingClientRect().top];
    let dragged: Lifted | null = null;
    const follow = (next: globalThis.PointerEvent) => {
      if (dragged === null) {
        if (Math.hypot(next.clientX - x, next.clientY - y) < clickReach) return;
        isClickOfDrag.current = true;
        if (!mayLift(session)) return endDrag.current();
        dragged = { session, to: session, by: 'pointer' };
      }
      const to = findMomentAt(next.clientY - grabbed, next, session, hours) ?? session;
      if (to.date === dragged.to.date && to.startsAt === dragged.to.startsAt) return;
      dragged = { ...dragged, to };
      setLifted(dragged);
    };
    const drop = () => {
      endDrag.current();
      if (dragged !== null) letGo(dragged);
      // The click comes before this, or, where the press began on something else, never.
      setTimeout(() => (isClickOfDrag.current = false));
    };
    const giveUp = (next: globalThis.KeyboardEvent) => {
      if (next.key !== 'Escape') return;
      next.preventDefault();
      endDrag.current();
    };
    const listening = new AbortController();
    const { signal } = listening;
    endDrag.current = () => {
      listening.abort();
      setLifted(null);
    };
    window.addEventListener('pointermove', follow, { signal });
    window.addEventListener('pointerup', drop, { signal });
    window.addEventListener('pointercancel', () => endDrag.current(), { signal });
    window.addEventListener('keydown', giveUp, { signal });
  };

  const steps: Record<string, (moment: Moment, isFast: boolean) => Moment> = {
    ArrowLeft: (moment) => ({ ...moment, date: addDays(moment.date, -1) }),
    ArrowRight: (moment) => ({ ...moment, date: addDays(moment.date, 1) }),
    ArrowUp: (moment, isFast) => moveDown(moment, -1, isFast),
    ArrowDown: (moment, isFast) => moveDown(moment, 1, isFast),
  };
  const moveDown = (moment: Moment, sign: 1 | -1, isFast: boolean): Moment => {
    if (span === 'month') return { ...moment, date: addDays(moment.date, 7 * sign) };
    const minutes = minutesOf(moment.startsAt) + sign * (isFast ? 60 : step);
    return minutes < 0 || minutes >= 24 * 60 ? moment : { ...moment, startsAt: timeAt(minutes) };
  };

  /** Whether the key was about moving. */
  const takeKey = (event: KeyboardEvent, current: Spot): boolean => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (lifted === null) {
      const session = event.key.toLowerCase() === 'm' ? findSession(current) : undefined;
      if (session === undefined || onMove === null) return false;
      if (mayLift(session)) setLifted({ session, to: session, by: 'keys' });
    } else if (event.key === 'Escape') setLifted(null);
    else if (event.key === 'Enter' || event.key === ' ') letGo(lifted);
    else {
      const to = steps[event.key]?.(lifted.to, event.shiftKey);
      // What is not on screen can be chosen by its date, from the session's card.
      if (to !== undefined && isShown(to.date)) setLifted({ ...lifted, to });
    }
    if (event.key === 'Tab') return false;
    event.preventDefault();
    return true;
  };

  const onClickCapture = (event: { stopPropagation(): void }) => {
    if (isClickOfDrag.current) event.stopPropagation();
    isClickOfDrag.current = false;
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (lifted?.by === 'keys' && !currentTarget.contains(relatedTarget)) setLifted(null);
  };
  return { lifted, takeKey, liftProps: { onPointerDown, onClickCapture, onBlur } };
}
