import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Booking, findClashes } from '../../../domain/booking.ts';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { Calendar, CalendarSession } from '../../../domain/calendar.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { type SessionDraft, sessionDraftSchema } from '../../../domain/session.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { type Api, useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { BookedNotice } from '../../parts/bookings/booked-notice.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/** When a session would be instead. */
export type Moment = Pick<SessionDraft, 'date' | 'startsAt'>;

/** What is being stored at this moment. */
export interface Moving {
  sessionId: SessionId;
  draft: Moment;
}

/**
 * Moves a session to another day or hour, after asking where that day is free or its trainers or its room are taken, and offers the way back. It stands in
 * its new place while that is stored, and in its old one if it cannot be.
 */
export function useMoveSession(daysOff: ReadonlyMap<CalendarDate, string>) {
  const { t } = useTranslation('calendar');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const describeError = useDescribeError();
  const queryClient = useQueryClient();
  const [moving, setMoving] = useState<Moving | null>(null);
  const { mutateAsync } = useMutation(
    api.sessions.update.mutationOptions({
      onSuccess: ({ id, date, startsAt }) => {
        queryClient.setQueriesData<Calendar>({ queryKey: api.calendar.list.key() }, (calendar) =>
          calendar === undefined
            ? undefined
            : { ...calendar, sessions: placeSession(calendar.sessions, id, { date, startsAt }) },
        );
      },
    }),
  );

  const move = useCallback(
    async (session: CalendarSession, to: Moment) => {
      const values = {
        course: session.courseTitle,
        date: format.weekdayDate(to.date),
        hours: t('session.hours', { from: to.startsAt, to: endOfSession({ ...session, ...to }) }),
      };
      const dayOff = to.date === session.date ? undefined : daysOff.get(to.date);
      const clashes = await findClashesAt(api, session, to).catch((error: unknown) => {
        toast.show({ text: describeError(error), tone: 'danger' });
        return null;
      });
      if (clashes === null) return;
      if (dayOff !== undefined || clashes.length > 0) {
        const answer = await confirm({
          title: t(dayOff === undefined ? 'move.busy' : 'move.dayOff.title', values),
          text: (
            <>
              {dayOff !== undefined && <p>{t('move.dayOff.text', { ...values, name: dayOff })}</p>}
              <BookedNotice clashes={clashes} />
            </>
          ),
          confirmLabel: t('move.anyway'),
        });
        if (answer === false) return;
      }
      const store = async (moment: Moment) => {
        const draft = sessionDraftSchema.parse({ ...session, ...moment });
        setMoving({ sessionId: session.id, draft });
        await mutateAsync({ sessionId: session.id, draft });
      };
      const attempt = async (step: () => Promise<void>, next: () => void = () => undefined) => {
        try {
          await step();
          next();
        } catch (error) {
          toast.show({ text: describeError(error), tone: 'danger' });
        } finally {
          setMoving(null);
        }
      };
      const undo = () => attempt(() => store({ date: session.date, startsAt: session.startsAt }));
      await attempt(
        () => store(to),
        () => toast.show({ text: t('move.done', values), undo }),
      );
    },
    [t, api, format, confirm, toast, describeError, daysOff, mutateAsync],
  );
  return { move, moving };
}

/** Who of its trainers, or which room, another session takes at that moment. */
async function findClashesAt(api: Api, session: CalendarSession, to: Moment): Promise<Booking[]> {
  const { id, minutes, place } = session;
  const personIds = session.trainers.map(({ personId }) => personId);
  const room = session.room ?? session.editionRoom;
  if (personIds.length === 0 && room === null) return [];
  const rooms = room === null ? [] : [{ place, room }];
  const bookings = await api.sessions.bookings.call({ from: to.date, personIds, rooms });
  const others = bookings.filter(({ sessionId }) => sessionId !== id);
  return findClashes({ ...to, minutes, personIds, place, room }, others);
}

/** The sessions with one of them at another moment, in the order of date and hour. */
export function placeSession(
  sessions: readonly CalendarSession[],
  id: SessionId,
  moment: Moment,
): CalendarSession[] {
  return sessions
    .map((session) => (session.id === id ? { ...session, ...moment } : session))
    .toSorted((a, b) => (`${a.date} ${a.startsAt}` < `${b.date} ${b.startsAt}` ? -1 : 1));
}
