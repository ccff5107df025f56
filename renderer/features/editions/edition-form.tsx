import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Course } from '../../../domain/course.ts';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import {
  type Edition,
  type EditionDraft,
  editionDraftSchema,
  type TrainerAssignment,
} from '../../../domain/edition.ts';
import { endKeepingLength } from '../../../domain/edition-copy.ts';
import { courseIdSchema, type EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { PlaceField, RoomOfPlaceField } from '../../parts/place-fields.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextareaField, TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { EditionBookings } from './edition-bookings.tsx';
import { TrainersField } from './trainers-field.tsx';

export type EditionInput = z.input<typeof editionDraftSchema>;

interface EditionFormProps {
  courses: readonly Course[];
  start: EditionInput;
  /** The names of the trainers the form starts with. */
  trainers: readonly TrainerAssignment[];
  /** Null: a new one, which gets a code suggested; the course of one that exists stays. */
  editionId: EditionId | null;
  /** What a new one is a copy of: it takes as many days, whenever it begins. */
  copied?: Edition | null;
  submitLabel: string;
  onSubmit(draft: EditionDraft): Promise<unknown>;
  onCancel(): void;
}

/** Everything that is decided about an edition before it starts. */
export function EditionForm({
  courses,
  start,
  trainers,
  editionId,
  copied = null,
  submitLabel,
  onSubmit,
  onCancel,
}: EditionFormProps) {
  const { t } = useTranslation('editions');
  const isNew = editionId === null;
  return (
    <Form
      schema={editionDraftSchema}
      defaultValues={start}
      onSubmit={onSubmit}
      fieldByError={{ CODE_TAKEN: 'code', LEAD_NOT_ACCREDITED: 'trainers' }}
      {...(isNew ? { draftKey: copied === null ? 'new-edition' : `copy-${copied.id}` } : {})}
    >
      {(field) => (
        <>
          {isNew && <SuggestedCode />}
          {copied !== null && <EndFollowsStart copied={copied} />}
          <FieldGrid columns={2}>
            <SelectField
              {...field('courseId')}
              label={t('form.course')}
              options={courses.map(({ id, title }) => ({ value: id, label: title }))}
              searchable
              disabled={!isNew}
              required
            />
            <TextField
              {...field('code')}
              label={t('form.code')}
              {...(isNew ? { description: t('form.codeHint') } : {})}
              required
            />
            <PlaceField {...field('place')} />
            <RoomOfPlaceField {...field('room')} placeName={field('place').name} />
            <DateField {...field('startsOn')} label={t('form.startsOn')} required />
            <DateField {...field('endsOn')} label={t('form.endsOn')} required />
            <NumberField {...field('capacity')} label={t('form.capacity')} min={1} max={2000} required />
          </FieldGrid>
          <Section title={t('form.trainers')}>
            <TrainersField name={field('trainers').name} known={trainers} editionId={editionId} />
            {editionId !== null && <EditionBookings editionId={editionId} />}
          </Section>
          <Section title={t('form.policy')}>
            <FieldGrid columns={2}>
              <NumberField
                {...field('attendancePolicy.latesPerAbsence')}
                label={t('form.latesPerAbsence')}
                description={t('form.latesHint')}
                min={2}
                max={20}
              />
              <ChoiceField
                {...field('attendancePolicy.leave')}
                label={t('form.leave')}
                description={t('form.leaveHint')}
                options={[
                  { value: 'neutral', label: t('form.leaveNeutral') },
                  { value: 'absent', label: t('form.leaveAbsent') },
                ]}
              />
            </FieldGrid>
          </Section>
          <TextareaField {...field('notes')} label={t('form.notes')} rows={3} />
          <FormActions submitLabel={submitLabel} onCancel={onCancel} />
        </>
      )}
    </Form>
  );
}

/** Fills in a free code when a course is chosen, until the person writes their own. */
function SuggestedCode() {
  const api = useApi();
  const { setValue, getValues } = useFormContext<EditionInput>();
  const courseId = courseIdSchema.safeParse(useWatch<EditionInput, 'courseId'>({ name: 'courseId' })).data;
  const input = courseId === undefined ? skipToken : { courseId };
  const { data: code } = useQuery(api.editions.suggestCode.queryOptions({ input }));
  const suggested = useRef('');
  useEffect(() => {
    const written = getValues('code');
    if (code === undefined || (written !== '' && written !== suggested.current)) return;
    suggested.current = code;
    setValue('code', code, { shouldValidate: true });
  }, [code, getValues, setValue]);
  return null;
}

/** Moves the end with the start, as long as nobody wrote another one. */
function EndFollowsStart({ copied }: { copied: Edition }) {
  const { setValue, getValues } = useFormContext<EditionInput>();
  const start = calendarDateSchema.safeParse(useWatch<EditionInput, 'startsOn'>({ name: 'startsOn' })).data;
  const followed = useRef(getValues('endsOn'));
  useEffect(() => {
    if (start === undefined || getValues('endsOn') !== followed.current) return;
    followed.current = endKeepingLength(copied, start);
    setValue('endsOn', followed.current, { shouldValidate: true });
  }, [start, copied, getValues, setValue]);
  return null;
}
