import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import {
  addSpans,
  type CalendarSession,
  type CalendarSpan,
  listWeeks,
  passesFilter,
} from '../../../domain/calendar.ts';
import { type Api, useApi } from '../../lib/api.tsx';
import type { CalendarView } from './calendar-view.ts';
import { type Moving, placeSession } from './use-move-session.tsx';

export type SessionsByDate = ReadonlyMap<CalendarDate, readonly CalendarSession[]>;

/** Fetched once the days on screen are there, so that the next step shows at once. */
function calendarOptions(api: Api, span: CalendarSpan, day: CalendarDate) {
  const days = listWeeks(span, day).flat();
  return api.calendar.list.queryOptions({ input: { from: days[0] ?? day, to: days.at(-1) ?? day } });
}

/** The sessions of the month or week on screen by their day, as the filters leave them; what is being moved, already there. */
export function useCalendar(
  view: CalendarView,
  { span, day, moving }: { span: CalendarSpan; day: CalendarDate; moving: Moving | null },
) {
  const api = useApi();
  const queryClient = useQueryClient();
  const query = useQuery(calendarOptions(api, span, day));
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    for (const step of [1, -1]) {
      void queryClient.prefetchQuery(calendarOptions(api, span, addSpans(span, day, step)));
    }
  }, [api, queryClient, isThere, span, day]);
  const sessionsByDate: SessionsByDate = useMemo(() => {
    const stored = query.data?.sessions ?? [];
    const sessions = moving === null ? stored : placeSession(stored, moving.sessionId, moving.draft);
    const kept = sessions.filter((session) => passesFilter(session, view));
    return Map.groupBy(kept, ({ date }) => date);
  }, [query.data, view, moving]);
  return { query, sessionsByDate };
}
