import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { issuedInSchema, parseIdentityCard } from '../../../domain/identity-card.ts';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { CheckedTextField } from './checked-text-field.tsx';
import type { PersonInput } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';

/** Number, complement and department; a whole card typed into the number ('1234567-1A CB') is taken apart. */
export function IdentityCardFields({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { setValue } = useFormContext<PersonInput>();

  const doubt = (text: string) => {
    const { warning } = parseIdentityCard(text);
    return warning === null ? null : t(`cardDoubt.${warning}`);
  };
  const spread = (text: string) => {
    const card = parseIdentityCard(text);
    if (card.number === null || card.warning !== null) return;
    const options = { shouldDirty: true, shouldValidate: true };
    if (card.number !== text) setValue('idNumber', card.number, options);
    if (card.complement !== null) setValue('idComplement', card.complement, options);
    if (card.issuedIn !== null) setValue('idIssuedIn', card.issuedIn, options);
  };

  return (
    <>
      <CheckedTextField
        {...field('idNumber')}
        label={t('field.idNumber')}
        check={doubt}
        onLeave={spread}
        placeholder="1234567-1A CB"
      />
      <TextField {...field('idComplement')} label={t('field.idComplement')} placeholder="1A" />
      <SelectField
        {...field('idIssuedIn')}
        label={t('field.idIssuedIn')}
        options={issuedInSchema.options.map((code) => ({ value: code, label: t(`issuedIn.${code}`) }))}
        placeholder={t('none')}
        searchable
        clearable
      />
    </>
  );
}
