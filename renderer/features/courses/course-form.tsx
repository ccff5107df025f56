import { useTranslation } from 'react-i18next';
import { type CourseDraft, courseDraftSchema, levelSchema } from '../../../domain/course.ts';
import type { CourseId } from '../../../domain/ids.ts';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextareaField, TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { CertificateFields } from './certificate-fields.tsx';
import type { CourseInput } from './course-input.ts';
import classes from './course-form.module.css';
import { ModuleFields } from './module-fields.tsx';
import { PrerequisitesField } from './prerequisites-field.tsx';
import { ThemeField } from './theme-field.tsx';

interface CourseFormProps {
  /** Null for a course that is being made. */
  courseId: CourseId | null;
  start: CourseInput;
  submitLabel: string;
  onSubmit(draft: CourseDraft): Promise<unknown>;
  onCancel?: () => void;
}

/** What a course teaches, for whom, and what it takes to be certified. */
export function CourseForm({ courseId, start, submitLabel, onSubmit, onCancel }: CourseFormProps) {
  const { t } = useTranslation('courses');
  return (
    <Form
      schema={courseDraftSchema}
      defaultValues={start}
      onSubmit={onSubmit}
      fieldByError={{ CODE_TAKEN: 'code', PREREQUISITE_CIRCLE: 'prerequisiteIds' }}
      draftKey={courseId === null ? 'new-course' : `course-${courseId}`}
    >
      {(field) => (
        <>
          <Section title={t('form.course')}>
            <div className={classes['naming']}>
              <TextField
                {...field('code')}
                label={t('form.code')}
                placeholder={t('form.codeExample')}
                required
              />
              <TextField
                {...field('title')}
                label={t('form.title')}
                placeholder={t('form.titleExample')}
                required
              />
              <NumberField
                {...field('hours')}
                label={t('form.hours')}
                min={1}
                max={2000}
                decimals={1}
                required
              />
            </div>
            <FieldGrid columns={2}>
              <ThemeField {...field('themeId')} />
              <ChoiceField
                {...field('level')}
                label={t('form.level')}
                options={levelSchema.options.map((level) => ({ value: level, label: t(`level.${level}`) }))}
              />
            </FieldGrid>
            <TextareaField {...field('contents')} label={t('form.contents')} rows={2} />
          </Section>
          <Section title={t('form.modules')}>
            <ModuleFields {...field('modules')} />
          </Section>
          <PrerequisitesField courseId={courseId} {...field('prerequisiteIds')} />
          <Section title={t('form.thresholds')}>
            <FieldGrid columns={2}>
              <NumberField
                {...field('minimumAttendance')}
                label={t('form.minimumAttendance')}
                description={t('form.minimumAttendanceHint')}
                min={0}
                max={100}
                suffix=" %"
                required
              />
              <NumberField
                {...field('passMark')}
                label={t('form.passMark')}
                description={t('form.passMarkHint')}
                min={0}
                max={100}
                decimals={1}
              />
            </FieldGrid>
          </Section>
          <Section title={t('form.certificates')}>
            <CertificateFields field={field} />
          </Section>
          <div className={classes['foot']}>
            <FormActions submitLabel={submitLabel} {...(onCancel === undefined ? {} : { onCancel })} />
          </div>
        </>
      )}
    </Form>
  );
}
