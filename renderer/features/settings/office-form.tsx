import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useFormContext, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Office, officeDraftSchema, paperSchema } from '../../../domain/office.ts';
import { useApi } from '../../lib/api.tsx';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AttendancePolicyFields } from './attendance-policy-fields.tsx';
import classes from './settings.module.css';

/** What the office is called, how it prints and counts, and who signs. */
export function OfficeForm({ office }: { office: Office }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const { options } = useMunicipalities();
  const updating = useMutation(api.office.update.mutationOptions());
  return (
    <Form
      schema={officeDraftSchema}
      defaultValues={office}
      onSubmit={async (draft) => {
        await updating.mutateAsync(draft);
        toast.show({ text: t('office.saved'), tone: 'success' });
      }}
    >
      {(field) => (
        <div className={classes['form']}>
          <Section title={t('office.title')}>
            <FieldGrid columns={2}>
              <TextField {...field('name')} label={t('office.name')} required />
              <SelectField
                {...field('municipalityCode')}
                label={t('office.municipality')}
                options={options}
                searchable
                required
              />
              <TextField {...field('address')} label={t('office.address')} />
              <TextField {...field('phone')} label={t('office.phone')} inputMode="tel" />
              <ChoiceField
                {...field('paper')}
                label={t('office.paper')}
                options={paperSchema.options.map((paper) => ({ value: paper, label: t(`paper.${paper}`) }))}
              />
            </FieldGrid>
          </Section>
          <Section title={t('policy.title')}>
            <p className={classes['explained']}>{t('policy.text')}</p>
            <AttendancePolicyFields name={field('attendancePolicy').name} />
          </Section>
          <Section title={t('signatories.title')}>
            <p className={classes['explained']}>{t('signatories.text')}</p>
            <RowsField
              name={field('signatories').name}
              rowLabel={(number) => t('signatories.row', { number })}
              addLabel={t('signatories.add')}
              emptyRow={{ name: '', position: '' }}
              max={4}
              empty={t('signatories.none')}
            >
              {(prefix) => (
                <>
                  <TextField name={`${prefix}.name`} label={t('signatories.name')} required />
                  <TextField name={`${prefix}.position`} label={t('signatories.position')} required />
                </>
              )}
            </RowsField>
          </Section>
          <FormActions submitLabel={t('common:save')}>
            <DiscardChanges />
          </FormActions>
        </div>
      )}
    </Form>
  );
}

/** Takes back what was changed and not saved. */
function DiscardChanges() {
  const { t } = useTranslation('settings');
  const { reset } = useFormContext();
  const { isDirty } = useFormState();
  return isDirty && <Button onClick={() => reset()}>{t('office.discard')}</Button>;
}
