import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { type CalendarSession, type CalendarSpan, listWeeks } from '../../../domain/calendar.ts';
import { today as dayOfToday } from '../../lib/date-text.ts';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useDayOffWords, useDaysOff } from '../../parts/use-days-off.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CalendarFilters } from './calendar-filters.tsx';
import type { CalendarView } from './calendar-view.ts';
import { useCourseHues } from './course-hues.ts';
import { MonthView } from './month-view.tsx';
import { OpenedParts } from './opened-parts.tsx';
import { PeriodTools } from './period-tools.tsx';
import { type SessionsByDate, useCalendar } from './use-calendar.ts';
import { useMoveSession } from './use-move-session.tsx';
import { useOpened } from './use-opened.ts';
import { WeekView } from './week-view.tsx';

const noChoices = { trainers: [], places: [] };

/** When the office meets, by the month or by the week. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const describeError = useDescribeError();
  const navigate = useNavigate();
  const view = useSearch({ from: '/calendario' });
  const span = view.view ?? 'month';
  const today = dayOfToday();
  const day = view.date ?? today;
  const weeks = useMemo(() => listWeeks(span, day), [span, day]);
  const period = usePeriod(span, day, weeks);
  const daysOff = useNamedDaysOff(weeks);
  const { move, moving } = useMoveSession(daysOff);
  const { query, sessionsByDate } = useCalendar(view, { span, day, moving });
  const hueByCourse = useCourseHues();
  const { can } = useSession();
  const toast = useToast();
  const [opened, setOpened] = useOpened();
  const show = useCallback(
    (next: Partial<CalendarView>) => void navigate({ to: '/calendario', search: { ...view, ...next } }),
    [navigate, view],
  );
  const filter = (next: CalendarView) => void navigate({ to: '/calendario', search: next, replace: true });
  const print = () => void navigate({ to: '/calendario/imprimir', search: { ...view, date: day } });
  useHotkeys([['mod+P', print]], []);
  const Grid = span === 'month' ? MonthView : WeekView;
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        trail={[{ label: t('courses:title'), to: '/cursos' }]}
        tools={
          <>
            <Button leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />} onClick={print}>
              {t('common:print')}
            </Button>
            <Segments
              label={t('view.label')}
              value={span}
              options={[
                { value: 'month', label: t('view.month') },
                { value: 'week', label: t('view.week') },
              ]}
              onChange={(chosen) => show({ view: chosen === 'week' ? 'week' : undefined, date: day })}
            />
          </>
        }
      />
      <Toolbar end={<CalendarFilters calendar={query.data ?? noChoices} view={view} onChange={filter} />}>
        <PeriodTools
          span={span}
          day={day}
          today={today}
          period={period}
          onShow={(date) => show({ date: date ?? undefined })}
        />
        {query.data !== undefined && (
          <Count
            all={query.data.sessions}
            sessionsByDate={sessionsByDate}
            onShowAll={() => filter(withoutFilter(view))}
          />
        )}
      </Toolbar>
      {query.isError && query.data === undefined && (
        <Notice
          tone="danger"
          action={<Button onClick={() => void query.refetch()}>{t('common:retry')}</Button>}
        >
          {describeError(query.error)}
        </Notice>
      )}
      <Grid
        weeks={weeks}
        day={day}
        today={today}
        sessionsByDate={sessionsByDate}
        hueByCourse={hueByCourse}
        daysOff={daysOff}
        onShow={(date) => show({ date })}
        onOpen={setOpened}
        onMove={can('registrar') ? (session, to) => void move(session, to) : null}
        onObstacle={(obstacle) => toast.show({ text: t(`move.obstacle.${obstacle}`) })}
      />
      <OpenedParts
        opened={opened}
        sessions={opened === null ? [] : (sessionsByDate.get(opened.date) ?? [])}
        daysOff={daysOff}
        hueByCourse={hueByCourse}
        onOpen={setOpened}
      />
    </Page>
  );
}

function withoutFilter({ view, date }: CalendarView): CalendarView {
  return { view, date };
}

/** 'noviembre de 2026', '2–8 de noviembre de 2026'. */
function usePeriod(span: CalendarSpan, day: CalendarDate, weeks: readonly CalendarDate[][]): string {
  const format = useFormat();
  const days = weeks.flat();
  return span === 'month' ? format.month(day) : format.range(days[0] ?? day, days.at(-1) ?? day);
}

/** The free days on screen, each with its reason in words. */
function useNamedDaysOff(weeks: readonly CalendarDate[][]): ReadonlyMap<CalendarDate, string> {
  const listDaysOff = useDaysOff();
  const words = useDayOffWords();
  return useMemo(() => {
    const days = weeks.flat();
    const [from, to] = [days[0], days.at(-1)];
    if (listDaysOff === null || from === undefined || to === undefined) return new Map();
    return new Map([...listDaysOff(from, to)].map(([date, dayOff]) => [date, words(dayOff)]));
  }, [weeks, listDaysOff, words]);
}

interface CountProps {
  /** Before they are narrowed down. */
  all: readonly CalendarSession[];
  sessionsByDate: SessionsByDate;
  onShowAll(): void;
}

/** How many sessions are on screen; that there are none is said with the reason. */
function Count({ all, sessionsByDate, onShowAll }: CountProps) {
  const { t } = useTranslation('calendar');
  const count = [...sessionsByDate.values()].reduce((sum, sessions) => sum + sessions.length, 0);
  if (count > 0 || all.length === 0) {
    return <span role="status">{count === 0 ? t('noSessions') : t('count', { count })}</span>;
  }
  return (
    <>
      <span role="status">{t('noneLeft', { count: all.length })}</span>
      <Button variant="subtle" size="compact-sm" onClick={onShowAll}>
        {t('showAll')}
      </Button>
    </>
  );
}
