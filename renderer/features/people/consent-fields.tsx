import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { consentMeansSchema } from '../../../domain/person.ts';
import { today } from '../../lib/date-text.ts';
import { CheckboxField } from '../../ui/fields/choice-fields.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import type { PersonInput } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';
import classes from './person-sheet.module.css';

/** Whether the person agreed that their data are kept, when and how. Who ticks it today means today. */
export function ConsentFields({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { setValue, getValues } = useFormContext<PersonInput>();
  const hasConsented = useWatch<PersonInput, 'hasConsented'>({ name: 'hasConsented' });
  const before = useRef(hasConsented);
  useEffect(() => {
    const isTicked = hasConsented && !before.current;
    before.current = hasConsented;
    if (isTicked && getValues('consentedOn') === null)
      setValue('consentedOn', today(), { shouldDirty: true });
  }, [hasConsented, getValues, setValue]);
  return (
    <>
      <CheckboxField {...field('hasConsented')} label={t('field.hasConsented')} />
      {hasConsented && (
        <div className={classes['fields']} data-wide="4">
          <DateField {...field('consentedOn')} label={t('field.consentedOn')} past />
          <SelectField
            {...field('consentMeans')}
            label={t('field.consentMeans')}
            options={consentMeansSchema.options.map((means) => ({
              value: means,
              label: t(`consentMeans.${means}`),
            }))}
            clearable
          />
        </div>
      )}
    </>
  );
}
