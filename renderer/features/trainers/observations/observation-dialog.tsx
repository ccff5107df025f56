import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { courseIdSchema, type CourseId, type PersonId } from '../../../../domain/ids.ts';
import type { Observation } from '../../../../domain/observation.ts';
import { useApi } from '../../../lib/api.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldGrid } from '../../../ui/field-grid.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { SuggestField } from '../../../ui/fields/suggest-field.tsx';
import { TextareaField } from '../../../ui/fields/text-field.tsx';
import { useField } from '../../../ui/fields/use-field.ts';
import { FormActions } from '../../../ui/form-actions.tsx';
import { Form } from '../../../ui/form.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useMasterTrainers } from '../accredited-by-field.tsx';
import { MarksField } from './marks-field.tsx';
import { observationFormSchema, startObservation, toDraft } from './observation-form.ts';
import { useObservationActions } from './use-observation-actions.ts';

interface ObservationDialogProps {
  personId: PersonId;
  /** Given names first. */
  name: string;
  /** The course that it is about to begin with. */
  courseId: CourseId | null;
  /** One to correct; null: a new one. */
  observation: Observation | null;
  onClose(): void;
}

/** An observed session as it stands on the signed form. */
export function ObservationDialog({
  personId,
  name,
  courseId,
  observation,
  onClose,
}: ObservationDialogProps) {
  const { t } = useTranslation('trainers');
  const criteria = useQuery(useApi().observations.criteria.queryOptions());
  const { save } = useObservationActions();
  const title = t(observation === null ? 'observation.title' : 'observation.changeTitle', { name });
  return (
    <Dialog opened onClose={onClose} title={title} size={780}>
      <Loaded query={criteria}>
        {(form) => {
          const start = startObservation(observation, form, courseId);
          return (
            <Form
              schema={observationFormSchema}
              defaultValues={start}
              onSubmit={async (typed) => {
                await save(observation, toDraft(typed, personId));
                onClose();
              }}
            >
              {(field) => (
                <>
                  <FieldGrid columns={2}>
                    <CourseField {...field('courseId')} personId={personId} />
                    <EditionField {...field('editionId')} personId={personId} />
                    <DateField {...field('observedOn')} label={t('observation.on')} past required />
                    <ObserverField {...field('observer')} personId={personId} />
                  </FieldGrid>
                  <ByField {...field('by')} />
                  <WhatWasSeen criteria={start.marks} />
                  <TextareaField {...field('remarks')} label={t('observation.remarks')} rows={3} />
                  <FormActions submitLabel={t('common:save')} onCancel={onClose} />
                </>
              )}
            </Form>
          );
        }}
      </Loaded>
    </Dialog>
  );
}

interface OfPerson {
  name: string;
  personId: PersonId;
}

function useChosenCourse(): CourseId | null {
  return courseIdSchema
    .nullable()
    .catch(null)
    .parse(useWatch({ name: 'courseId' }));
}

/** The courses of which an accreditation can be asked first: it is for those that one is observed. */
function CourseField({ name, personId }: OfPerson) {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const lines = useQuery(api.trainers.list.queryOptions({ input: { courseId: null, personId } })).data ?? [];
  const courses = useQuery(api.courses.list.queryOptions()).data ?? [];
  const isTheirs = new Set(lines.map(({ courseId }) => courseId));
  const sorted = [
    ...courses.filter(({ id }) => isTheirs.has(id)),
    ...courses.filter(({ id }) => !isTheirs.has(id)),
  ];
  const options = sorted.map(({ id, title }) => ({ value: id, label: title }));
  return <SelectField name={name} label={t('column.course')} options={options} required />;
}

/** The editions of the course that they teach or taught. */
function EditionField({ name, personId }: OfPerson) {
  const { t } = useTranslation('trainers');
  const courseId = useChosenCourse();
  const editions = useQuery(useApi().people.editions.queryOptions({ input: { id: personId } })).data ?? [];
  const options = editions
    .filter((edition) => edition.as === 'trainer' && edition.courseId === courseId)
    .map(({ editionId, editionCode }) => ({ value: editionId, label: editionCode }));
  return (
    <SelectField
      name={name}
      label={t('observation.edition')}
      options={options}
      placeholder={t('observation.noEdition')}
      clearable
    />
  );
}

function ObserverField({ name, personId }: OfPerson) {
  const { t } = useTranslation('trainers');
  const masters = useMasterTrainers(useChosenCourse()).filter(({ value }) => value !== personId);
  return (
    <SuggestField
      name={name}
      label={t('observation.observer')}
      suggestions={masters.map(({ label }) => label)}
      required
    />
  );
}

function ByField({ name }: { name: string }) {
  const { t } = useTranslation('trainers');
  const { value, change } = useField(name);
  return (
    <div>
      <Segments
        label={t('observation.by.label')}
        options={(['marks', 'score'] as const).map((by) => ({ value: by, label: t(`observation.by.${by}`) }))}
        value={String(value)}
        onChange={change}
      />
    </div>
  );
}

function WhatWasSeen({ criteria }: Pick<Parameters<typeof MarksField>[0], 'criteria'>) {
  const { t } = useTranslation('trainers');
  const by: unknown = useWatch({ name: 'by' });
  const needed = useNeededScore(useChosenCourse());
  if (by === 'marks') return <MarksField name="marks" criteria={criteria} needed={needed} />;
  return (
    <NumberField name="score" label={t('observation.scoreAlone')} min={0} max={100} decimals={1} required />
  );
}

/** What the rule for trainers of a course asks for, or null. */
function useNeededScore(courseId: CourseId | null): number | null {
  const rules = useQuery(useApi().trainers.rules.queryOptions({ input: { courseId: null } })).data ?? [];
  const asked = rules.find((rule) => rule.courseId === courseId && rule.observationScore !== null);
  return asked?.observationScore ?? null;
}
