import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../domain/calendar-date.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Session } from '../../domain/session.ts';
import { useApi } from '../lib/api.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldGrid } from '../ui/field-grid.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { NumberField } from '../ui/fields/number-field.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Form } from '../ui/form.tsx';
import { SessionBookings } from './bookings/session-bookings.tsx';
import { RoomField } from './place-fields.tsx';
import { sessionFormSchema } from './session-form.ts';

interface SessionDialogProps {
  edition: Edition;
  /** Null: a new one. */
  session: Session | null;
  sessions: readonly Session[];
  onClose(): void;
}

/** A new session is a week after the last one, at the same hour, as long and in the same room. */
function startSession(edition: Edition, last: Session | undefined) {
  return {
    date: last === undefined ? edition.startsOn : addDays(last.date, 7),
    startsAt: last?.startsAt ?? '14:00',
    minutes: last?.minutes ?? 180,
    room: last?.room ?? null,
    topic: null,
    moduleId: null,
  };
}

/** Day, hour, length, room and topic of one session, and whom or what it would take twice. */
export function SessionDialog({ edition, session, sessions, onClose }: SessionDialogProps) {
  const { t } = useTranslation('attendance');
  const api = useApi();
  const course = useQuery(api.courses.get.queryOptions({ input: { id: edition.courseId } }));
  const creating = useMutation(api.sessions.create.mutationOptions());
  const updating = useMutation(api.sessions.update.mutationOptions());
  const modules = course.data?.modules ?? [];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(session === null ? 'sessions.add' : 'sessions.edit')}
      size={520}
    >
      <Form
        schema={sessionFormSchema}
        defaultValues={session ?? startSession(edition, sessions.at(-1))}
        onSubmit={async (draft) => {
          if (session === null) await creating.mutateAsync({ editionId: edition.id, draft });
          else await updating.mutateAsync({ sessionId: session.id, draft });
          onClose();
        }}
      >
        {(field) => (
          <>
            <DateField {...field('date')} label={t('sessions.column.date')} required />
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
            <RoomField {...field('room')} place={edition.place} usual={edition.room} />
            <TextField {...field('topic')} label={t('sessions.column.topic')} />
            {modules.length > 0 && (
              <SelectField
                {...field('moduleId')}
                label={t('sessions.module')}
                options={modules.map(({ id, title }) => ({ value: id, label: title }))}
                clearable
              />
            )}
            <SessionBookings edition={edition} session={session} />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
