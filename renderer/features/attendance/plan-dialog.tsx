import { Chip, Group, Input } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addDays, type CalendarDate } from '../../../domain/calendar-date.ts';
import type { Edition } from '../../../domain/edition.ts';
import { type Session, weekdaySchema } from '../../../domain/session.ts';
import { listDatesOnWeekdays, mondayOf } from '../../../domain/weekday.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useIssueText } from '../../ui/issue-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { planFormSchema } from './session-form.ts';

interface PlanDialogProps {
  edition: Edition;
  sessions: readonly Session[];
  onClose(): void;
}

/** All sessions of a weekly rhythm at once, with how many there will be before they are made. */
export function PlanDialog({ edition, sessions, onClose }: PlanDialogProps) {
  const { t } = useTranslation('attendance');
  const api = useApi();
  const toast = useToast();
  const planning = useMutation(api.sessions.plan.mutationOptions());
  const weekdays: number[] = [];
  return (
    <Dialog opened onClose={onClose} title={t('sessions.plan')} size={560}>
      <Form
        schema={planFormSchema}
        defaultValues={{
          from: edition.startsOn,
          to: edition.endsOn,
          weekdays,
          startsAt: '14:00',
          minutes: 180,
        }}
        onSubmit={async (plan) => {
          const made = await planning.mutateAsync({ editionId: edition.id, plan });
          toast.show({ text: t('sessions.planned', { count: made.length }) });
          onClose();
        }}
      >
        {(field) => (
          <>
            <FieldGrid columns={2}>
              <DateField {...field('from')} label={t('sessions.from')} required />
              <DateField {...field('to')} label={t('sessions.to')} required />
            </FieldGrid>
            <WeekdaysField name={field('weekdays').name} anyDay={edition.startsOn} />
            <FieldGrid columns={2}>
              <TextField
                {...field('startsAt')}
                label={t('sessions.column.startsAt')}
                placeholder="14:30"
                required
              />
              <NumberField
                {...field('minutes')}
                label={t('sessions.minutes')}
                min={15}
                max={720}
                step={15}
                required
              />
            </FieldGrid>
            <PlanPreview hours={edition.hours} sessions={sessions} />
            <FormActions submitLabel={t('sessions.planSubmit')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

const weekdaysSchema = z.array(weekdaySchema).catch([]);
const week = [1, 2, 3, 4, 5, 6, 7];

/** The days of the week, each on or off. */
function WeekdaysField({ name, anyDay }: { name: string; anyDay: CalendarDate }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const issueText = useIssueText();
  const { field, fieldState } = useController({ name });
  const chosen = weekdaysSchema.parse(field.value);
  const monday = mondayOf(anyDay);
  return (
    <Input.Wrapper
      label={t('sessions.weekdays')}
      labelElement="div"
      withAsterisk
      error={fieldState.error === undefined ? null : issueText(fieldState.error)}
    >
      <Chip.Group
        multiple
        value={chosen.map(String)}
        onChange={(days) => field.onChange(days.map(Number).toSorted((a, b) => a - b))}
      >
        <Group gap={6} role="group" aria-label={t('sessions.weekdays')}>
          {week.map((day) => (
            <Chip key={day} value={String(day)} size="sm" radius="sm">
              {format.weekday(addDays(monday, day - 1))}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

/** 'Se crearán 12 sesiones, 36 horas de las 40 del curso.' */
function PlanPreview({ hours, sessions }: { hours: number; sessions: readonly Session[] }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const plan = planFormSchema.safeParse(useWatch()).data;
  if (plan === undefined) return null;
  const taken = new Set<CalendarDate>(sessions.map(({ date }) => date));
  const dates = listDatesOnWeekdays(plan.from, plan.to, plan.weekdays);
  const count = dates.filter((date) => !taken.has(date)).length;
  const before = sessions
    .filter(({ state }) => state !== 'cancelled')
    .reduce((sum, one) => sum + one.minutes, 0);
  const planned = (before + count * plan.minutes) / 60;
  const skipped = dates.length - count;
  return (
    <Notice tone={planned < hours ? 'warning' : 'info'}>
      {t('sessions.willMake', { count })}{' '}
      {t('sessions.willSum', { hours: format.number(planned), total: format.number(hours) })}{' '}
      {skipped > 0 && t('sessions.willSkip', { count: skipped })}
    </Notice>
  );
}
