import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { paperSchema } from '../../../domain/office.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import type { SetupValues } from './setup-form.ts';

/** Which office this is, and on what it prints. */
export function OfficeStep() {
  const { t } = useTranslation('setup');
  const { options, nameByCode } = useMunicipalities();
  useSuggestedName(nameByCode);
  return (
    <>
      <SelectField
        name="office.municipalityCode"
        label={t('office.municipality')}
        description={t('office.municipalityHint')}
        options={options}
        searchable
        required
        autoFocus
      />
      <TextField name="office.name" label={t('office.name')} description={t('office.nameHint')} required />
      <ChoiceField
        name="office.paper"
        label={t('office.paper')}
        description={t('office.paperHint')}
        options={paperSchema.options.map((paper) => ({ value: paper, label: t(`settings:paper.${paper}`) }))}
      />
    </>
  );
}

/** Fills in the office's name when its municipality is chosen, until the person writes their own. */
function useSuggestedName(nameByCode: ReadonlyMap<string, string>): void {
  const { t } = useTranslation('setup');
  const { getValues, setValue } = useFormContext<SetupValues>();
  const code = useWatch<SetupValues, 'office.municipalityCode'>({ name: 'office.municipalityCode' });
  const suggested = useRef('');
  useEffect(() => {
    const municipality = nameByCode.get(code);
    if (municipality === undefined) return;
    const name = t('office.suggestedName', { municipality });
    const written = getValues('office.name');
    if (written !== '' && written !== suggested.current && written !== name) return;
    suggested.current = name;
    setValue('office.name', name, { shouldValidate: true });
  }, [code, nameByCode, getValues, setValue, t]);
}
