import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Edition } from '../../../domain/edition.ts';
import {
  type Assessment,
  assessmentDraftSchema,
  assessmentKindSchema,
  defaultAssessments,
} from '../../../domain/grade.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import classes from './grades.module.css';

const assessmentsFormSchema = z.object({
  assessments: z.array(assessmentDraftSchema).max(20, { error: 'tooMany' }),
});
type AssessmentsInput = z.input<typeof assessmentsFormSchema>;

interface AssessmentsDialogProps {
  edition: Edition;
  assessments: readonly Assessment[];
  onClose(): void;
}

/** What the final grade is made of: titles, kinds and weights. */
export function AssessmentsDialog({ edition, assessments, onClose }: AssessmentsDialogProps) {
  const { t } = useTranslation('grades');
  const api = useApi();
  const setting = useMutation(api.grades.setAssessments.mutationOptions());
  const start =
    assessments.length > 0 ? assessments : defaultAssessments.map((one) => ({ id: null, ...one }));
  return (
    <Dialog opened onClose={onClose} title={t('editAssessments')} size={720}>
      <Form
        schema={assessmentsFormSchema}
        defaultValues={{ assessments: start.map((one) => ({ ...one })) }}
        onSubmit={async (draft) => {
          await setting.mutateAsync({ editionId: edition.id, assessments: draft.assessments });
          onClose();
        }}
      >
        {() => (
          <>
            <AssessmentLines />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function AssessmentLines() {
  const { t } = useTranslation('grades');
  const { control } = useFormContext<AssessmentsInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'assessments', keyName: 'key' });
  return (
    <div className={classes['assessments']}>
      {fields.map((line, index) => (
        <div key={line.key} className={classes['assessment']}>
          <TextField name={`assessments.${index}.title`} label={t('assessment.title')} required />
          <SelectField
            name={`assessments.${index}.kind`}
            label={t('assessment.kind')}
            options={assessmentKindSchema.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <NumberField
            name={`assessments.${index}.weight`}
            label={t('assessment.weight')}
            min={0}
            max={100}
            suffix=" %"
          />
          <ActionIcon
            aria-label={t('assessment.remove', { title: line.title })}
            onClick={() => remove(index)}
          >
            <IconTrash size={17} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <WeightSum />
      <div>
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append({ id: null, kind: 'practice', title: '', weight: 0 })}
        >
          {t('assessment.add')}
        </Button>
      </div>
    </div>
  );
}

/** Weights need not sum to 100: the final grade is their mean. The sum is said all the same. */
function WeightSum() {
  const { t } = useTranslation('grades');
  const format = useFormat();
  const lines = useWatch<AssessmentsInput, 'assessments'>({ name: 'assessments' });
  const sum = lines.reduce((total, { weight }) => total + (typeof weight === 'number' ? weight : 0), 0);
  return (
    <div className={classes['rule']}>
      {t(sum === 100 ? 'weightSum' : 'weightSumOdd', { sum: format.percent(sum) })}
    </div>
  );
}
