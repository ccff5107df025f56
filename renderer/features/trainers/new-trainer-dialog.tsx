import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type AccreditationRule, accreditationLevelSchema } from '../../../domain/accreditation-rule.ts';
import type { Course } from '../../../domain/course.ts';
import { courseIdSchema, personIdSchema } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import type { RemoteOption } from '../../lib/remote-option.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextareaField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { RemoteSelect } from '../../ui/remote-select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccreditedByField } from './accredited-by-field.tsx';
import { fieldByRefusal, startWord, wordFormSchema } from './word-form.ts';

/** What is taught, at which level, as one choice. */
const placeSchema = z.templateLiteral([courseIdSchema, ' ', accreditationLevelSchema], {
  error: 'required',
});
const newTrainerSchema = wordFormSchema.extend({
  personId: personIdSchema.nullable().refine((id) => id !== null, { error: 'required' }),
  place: placeSchema.nullable().refine((place) => place !== null, { error: 'required' }),
});

interface NewTrainerDialogProps {
  rules: readonly AccreditationRule[];
  courses: readonly Course[];
  onClose(): void;
}

/** Accredits somebody of whom nothing is known here yet: the first master trainers come from outside. */
export function NewTrainerDialog({ rules, courses, onClose }: NewTrainerDialogProps) {
  const { t } = useTranslation('trainers');
  const toast = useToast();
  const saying = useMutation(useApi().trainers.say.mutationOptions());
  const titleById = new Map(courses.map(({ id, title }) => [id, title]));
  const places = rules.map(({ courseId, level }) => ({
    value: `${courseId} ${level}`,
    label: t(`courseAtLevel.${level}`, { course: titleById.get(courseId) ?? '' }),
  }));
  return (
    <Dialog opened onClose={onClose} title={t('new.title')} size={560}>
      <Form
        schema={newTrainerSchema}
        defaultValues={{ ...startWord(), personId: null, place: null }}
        fieldByError={fieldByRefusal}
        onSubmit={async ({ personId, place, ...said }) => {
          const [courseId, level] = (place ?? '').split(' ');
          await saying.mutateAsync({
            ...said,
            personId: personIdSchema.parse(personId),
            courseId: courseIdSchema.parse(courseId),
            level: accreditationLevelSchema.parse(level),
            word: 'accredited',
          });
          toast.show({ text: t('new.done'), tone: 'success' });
          onClose();
        }}
      >
        {(field) => (
          <>
            <PersonField {...field('personId')} />
            <SelectField {...field('place')} label={t('new.place')} options={places} required />
            <DateField {...field('on')} label={t('word.on.accredited')} past required />
            <AccreditedByOfPlace {...field('accreditedBy')} />
            <TextareaField
              {...field('reason')}
              label={t('word.reason')}
              description={t('new.reasonHint')}
              rows={2}
            />
            <FormActions submitLabel={t('word.verb.accredited')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function PersonField({ name }: { name: string }) {
  const { t } = useTranslation('trainers');
  const { field, fieldState } = useController({ name });
  const search = usePeopleSearch();
  const [person, setPerson] = useState<RemoteOption | null>(null);
  return (
    <RemoteSelect
      label={t('new.person')}
      placeholder={t('new.personPlaceholder')}
      value={person}
      search={search}
      onChange={(option) => {
        setPerson(option);
        field.onChange(option?.value ?? null);
      }}
      error={fieldState.error === undefined ? null : t('common:issue.required')}
      withAsterisk
      autoFocus
    />
  );
}

/** Master trainers of the course that is chosen. */
function AccreditedByOfPlace({ name }: { name: string }) {
  const [place, person] = useWatch({ name: ['place', 'personId'] });
  const courseId = courseIdSchema.safeParse(String(place ?? '').split(' ')[0]);
  const personId = personIdSchema.nullable().catch(null).parse(person);
  return courseId.success ? (
    <AccreditedByField name={name} courseId={courseId.data} personId={personId} />
  ) : null;
}
