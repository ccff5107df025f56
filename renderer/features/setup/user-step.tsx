import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { RadioField } from '../../ui/fields/choice-fields.tsx';
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SetupValues } from './setup-form.ts';

/** Who works with Yachay first: they coordinate, and come in by name or with a password. */
export function UserStep({ wasRestored }: { wasRestored: boolean }) {
  const { t } = useTranslation('setup');
  const [entry, password] = useWatch<SetupValues, ['user.entry', 'user.password']>({
    name: ['user.entry', 'user.password'],
  });
  return (
    <>
      <TextField
        name="user.name"
        label={t('user.name')}
        description={t('user.nameHint')}
        required
        autoFocus
      />
      <RadioField
        name="user.entry"
        label={t('user.entry')}
        options={[
          { value: 'name', label: t('user.byName') },
          { value: 'password', label: t('user.byPassword') },
        ]}
      />
      {entry === 'name' && (
        <Notice tone="warning" title={t('user.noPasswordTitle')}>
          {t('user.noPassword')}
        </Notice>
      )}
      {entry === 'password' && wasRestored && password === '' && (
        <Notice tone="info">{t('user.passwordNotKept')}</Notice>
      )}
      {entry === 'password' && (
        <FieldGrid columns={2}>
          <PasswordField
            name="user.password"
            label={t('user.password')}
            description={t('user.passwordHint')}
            required
          />
          <PasswordField
            name="user.passwordAgain"
            label={t('user.passwordAgain')}
            description={t('user.passwordAgainHint')}
            required
          />
        </FieldGrid>
      )}
    </>
  );
}
