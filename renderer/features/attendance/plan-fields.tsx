import { Input } from '@mantine/core';
import { useFieldArray, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../domain/session.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useWeekdayName, WeekdayChips } from '../../parts/weekday-chips.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useIssueText } from '../../ui/issue-text.ts';
import classes from './plan-dialog.module.css';

/** Since when, on which days at what hours, and how far. */
export function PlanFields({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation('attendance');
  const until: unknown = useWatch({ name: 'until' });
  return (
    <div className={classes['fields']}>
      <DateField name="from" label={t('sessions.from')} required />
      <WeekdaysField last={sessions.at(-1)} />
      <ChoiceField
        name="until"
        label={t('sessions.until')}
        options={[
          { value: 'full', label: t('sessions.untilFull') },
          { value: 'date', label: t('sessions.untilDate') },
        ]}
      />
      {until === 'date' && <DateField name="to" label={t('sessions.to')} required />}
    </div>
  );
}

interface WeekdayHours {
  weekday: number;
  startsAt: string;
  endsAt: string;
}

/** The days of the week, each on or off, and the hours of those that are on. */
function WeekdaysField({ last }: { last: Session | undefined }) {
  const { t } = useTranslation('attendance');
  const nameOf = useWeekdayName();
  const { fields, insert, remove } = useFieldArray<{ hours: WeekdayHours[] }, 'hours', 'key'>({
    name: 'hours',
    keyName: 'key',
  });
  const typed: readonly WeekdayHours[] = useWatch({ name: 'hours' });
  const toggle = (days: readonly number[]) => {
    const index = fields.findIndex(({ weekday }) => !days.includes(weekday));
    if (index >= 0) {
      remove(index);
      return;
    }
    const added = days.find((day) => fields.every(({ weekday }) => weekday !== day));
    if (added === undefined) return;
    const before = fields.filter(({ weekday }) => weekday < added).length;
    insert(before, { ...startHours(typed.at(-1), last), weekday: added }, { shouldFocus: false });
  };
  return (
    <Input.Wrapper label={t('sessions.weekdays')} labelElement="div" withAsterisk error={useHoursIssue()}>
      <WeekdayChips
        label={t('sessions.weekdays')}
        value={fields.map(({ weekday }) => weekday)}
        onChange={toggle}
      />
      {fields.map(({ key, weekday }, index) => (
        <div key={key} role="group" aria-label={nameOf(weekday)} className={classes['hours']}>
          <span aria-hidden>{nameOf(weekday)}</span>
          <TextField name={`hours.${index}.startsAt`} label={t('sessions.startsAt')} placeholder="14:00" />
          <TextField name={`hours.${index}.endsAt`} label={t('sessions.endsAt')} placeholder="18:00" />
        </div>
      ))}
    </Input.Wrapper>
  );
}

/** As on the day before in the list, else as in the edition's last session. */
function startHours(before: WeekdayHours | undefined, last: Session | undefined) {
  if (before !== undefined) return { startsAt: before.startsAt, endsAt: before.endsAt };
  if (last === undefined) return { startsAt: '14:00', endsAt: '18:00' };
  return { startsAt: last.startsAt, endsAt: endOfSession(last) };
}

/** What is wrong with the days as a whole; what is wrong with an hour stands at the hour. */
function useHoursIssue(): string | null {
  const issueText = useIssueText();
  const { errors } = useFormState({ name: 'hours' });
  const issue = errors['hours'];
  if (issue === undefined || Array.isArray(issue)) return null;
  return issueText({
    message: typeof issue.message === 'string' ? issue.message : undefined,
    type: issue.type,
  });
}
