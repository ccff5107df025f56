import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Holiday, listHolidays } from '../../../domain/holiday.ts';
import { useApi } from '../../lib/api.tsx';
import { today } from '../../lib/date-text.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useDayOffWords, useDaysOff } from '../../parts/use-days-off.ts';
import { Section } from '../../ui/section.tsx';
import classes from './settings.module.css';
import { useOfficeDayActions } from './use-office-day-actions.ts';

/** The holidays of a year; the office may say of one that it works. */
export function HolidaysSection() {
  const { t } = useTranslation('settings');
  const office = useQuery(useApi().office.get.queryOptions()).data;
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  return (
    <Section
      title={t('officeDays.holidaysOf', { year })}
      action={
        <div className={classes['years']}>
          <ActionIcon aria-label={t('officeDays.yearBefore')} onClick={() => setYear(year - 1)}>
            <IconChevronLeft size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('officeDays.yearAfter')} onClick={() => setYear(year + 1)}>
            <IconChevronRight size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      }
    >
      <p className={classes['explained']}>{t('officeDays.holidaysText')}</p>
      <ul className={classes['holidays']}>
        {office !== undefined &&
          listHolidays(year, office.municipalityCode).map((holiday) => (
            <HolidayLine key={`${holiday.date} ${holiday.name}`} holiday={holiday} />
          ))}
      </ul>
    </Section>
  );
}

function HolidayLine({ holiday: { date, name, isMoved } }: { holiday: Holiday }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const words = useDayOffWords();
  const { can } = useSession();
  const { add } = useOfficeDayActions();
  const daysOffBetween = useDaysOff();
  const holiday = words({ of: 'holiday', holiday: name, isMoved });
  const isWorked = daysOffBetween !== null && !daysOffBetween(date, date).has(date);
  return (
    <li>
      <span>{format.weekdayDate(date)}</span>
      <span data-worked={isWorked || undefined}>{holiday}</span>
      {isWorked && <span>{t('officeDays.worked')}</span>}
      {can('coordinator') && !isWorked && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('officeDays.workOn', { holiday, date: format.weekdayDate(date) })}
          onClick={() => void add({ startsOn: date, endsOn: date, name: holiday, isWorked: true })}
        >
          {t('officeDays.work')}
        </Button>
      )}
    </li>
  );
}
