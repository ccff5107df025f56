import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { addSpans, type CalendarSpan, isSameSpan } from '../../../domain/calendar.ts';
import classes from './calendar.module.css';

interface PeriodToolsProps {
  span: CalendarSpan;
  day: CalendarDate;
  today: CalendarDate;
  /** The month or week in words. */
  period: string;
  /** Null: today, whenever that is. */
  onShow(date: CalendarDate | null): void;
}

/** Which month or week is shown, and the way to the one before and after it. */
export function PeriodTools({ span, day, today, period, onShow }: PeriodToolsProps) {
  const { t } = useTranslation('calendar');
  return (
    <div className={classes['period']}>
      <ActionIcon
        variant="default"
        aria-label={t(`previous.${span}`)}
        onClick={() => onShow(addSpans(span, day, -1))}
      >
        <IconChevronLeft size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Button disabled={isSameSpan(span, day, today)} onClick={() => onShow(null)}>
        {t('today')}
      </Button>
      <ActionIcon
        variant="default"
        aria-label={t(`next.${span}`)}
        onClick={() => onShow(addSpans(span, day, 1))}
      >
        <IconChevronRight size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <h2 aria-live="polite">{period}</h2>
    </div>
  );
}
