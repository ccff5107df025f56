import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../../domain/calendar-date.ts';
import type { Today } from '../../../domain/today.ts';
import { useApi } from '../../lib/api.tsx';
import { type Format, useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { DeviceNotices } from '../../parts/device-notices.tsx';
import { OwnEditionsNotice } from '../../parts/own-editions-notice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { DaySessions } from './day-sessions.tsx';
import { FirstSteps } from './first-steps.tsx';
import { groupTasks } from './group-tasks.ts';
import { TaskList } from './task-list.tsx';
import classes from './today.module.css';
import { findFirstUrgent } from './urgent.ts';
import { WeekCalendar } from './week-calendar.tsx';

/** What there is to do: the sessions of the day, what waits, and the week beside them. */
export function TodayPage() {
  const api = useApi();
  const today = useQuery(api.today.get.queryOptions());
  return (
    <Page>
      <Loaded query={today}>{(data) => <Day today={data} />}</Loaded>
    </Page>
  );
}

function Day({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { user, can } = useSession();
  const isNew = today.courseCount === 0 || today.editionCount === 0 || today.personCount === 0;
  const hasWork = today.week.length > 0 || today.tasks.length > 0;
  const tasks = groupTasks(today.tasks);
  const urgent = isNew ? null : findFirstUrgent(today.sessions, tasks, can);
  return (
    <>
      <PageHeader
        title={t('title', { date: format.weekdayDate(today.today) })}
        subtitle={t(`greeting.${findPartOfDay(format)}`, { name: user.name })}
      />
      <div className={classes['columns']}>
        <div className={classes['work']}>
          <DeviceNotices />
          <OwnEditionsNotice isEmpty={today.ownEditionCount === 0} />
          {isNew && <FirstSteps today={today} />}
          {(!isNew || hasWork) && (
            <>
              <DaySessions today={today} urgent={urgent} />
              <TaskList tasks={tasks} urgent={urgent} />
            </>
          )}
        </div>
        <WeekCalendar today={today} />
      </div>
    </>
  );
}

/** By the clock of the office. */
function findPartOfDay(format: Format): 'morning' | 'afternoon' | 'evening' {
  const time = format.time(toInstant(Date.now()));
  if (time < '12:00') return 'morning';
  return time < '19:00' ? 'afternoon' : 'evening';
}
