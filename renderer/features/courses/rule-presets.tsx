import { Button } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { accreditationPresets, accreditationPresetSchema } from '../../../domain/accreditation-rule.ts';
import classes from './course-form.module.css';
import type { RuleInput } from './rule-form.ts';

/** Fills the form as a known programme has it; which courses train and refresh stays as it was chosen. */
export function RulePresets() {
  const { t } = useTranslation('trainers');
  const { getValues, reset, formState } = useFormContext<RuleInput>();
  const { defaultValues } = formState;
  return (
    <div className={classes['presets']} role="group" aria-label={t('rule.presets')}>
      <span>{t('rule.presets')}</span>
      {accreditationPresetSchema.options.map((preset) => (
        <Button
          key={preset}
          size="xs"
          onClick={() => {
            const { trainingCourseId, refresherCourseId } = getValues();
            const filled = { ...accreditationPresets[preset], trainingCourseId, refresherCourseId };
            reset(filled, { keepDefaultValues: defaultValues !== undefined });
          }}
        >
          {t(`rule.preset.${preset}`)}
        </Button>
      ))}
      <p className={classes['sum']}>{t('rule.presetsHint')}</p>
    </div>
  );
}
