import type { KeyboardEvent } from 'react';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CalendarSpan } from '../../../domain/calendar.ts';
import type { CalendarGridProps } from './calendar-grid.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useLift } from './use-lift.ts';

interface CalendarMoves extends CalendarGridProps {
  span: CalendarSpan;
  hours: Parameters<typeof useLift>[0]['hours'];
  isShown(date: CalendarDate): boolean;
  listSpots(date: CalendarDate): string[];
}

/** How a grid of days is walked, and its sessions moved, by the keys and the mouse: its handlers, and where one is. */
export function useCalendarMoves({ listSpots, ...props }: CalendarMoves) {
  const { span, day, isShown, onShow, onOpen, onMove } = props;
  const { current, focusOn, gridProps } = useCalendarKeys({ span, day, isShown, listSpots, onShow, onOpen });
  const { lifted, takeKey, liftProps } = useLift({
    ...props,
    onMove:
      onMove === null
        ? null
        : (session, to) => {
            // It is where the focus goes once it is there.
            focusOn({ date: to.date, at: session.id });
            onMove(session, to);
          },
  });
  const handlers = {
    ...gridProps,
    ...liftProps,
    onKeyDown: (event: KeyboardEvent) => {
      if (!takeKey(event, current)) gridProps.onKeyDown(event);
    },
  };
  return { current, lifted, handlers };
}
