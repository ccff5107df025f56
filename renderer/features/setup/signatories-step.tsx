import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields/text-field.tsx';
import { RowsField } from '../../ui/fields/rows-field.tsx';

/** Who signs certificates, from left to right. */
export function SignatoriesStep() {
  const { t } = useTranslation('setup');
  return (
    <RowsField
      name="signatories"
      rowLabel={(number) => t('settings:signatories.row', { number })}
      addLabel={t('settings:signatories.add')}
      emptyRow={{ name: '', position: '' }}
      max={4}
      empty={t('signatories.none')}
    >
      {(prefix) => (
        <>
          <TextField name={`${prefix}.name`} label={t('settings:signatories.name')} required />
          <TextField name={`${prefix}.position`} label={t('settings:signatories.position')} required />
        </>
      )}
    </RowsField>
  );
}
