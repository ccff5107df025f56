import { useTranslation } from 'react-i18next';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';

interface PasswordPair {
  password: string | null;
  passwordAgain: string | null;
}

/** For a schema's refine: both times the same was typed. */
export const isTypedTwice = ({ password, passwordAgain }: PasswordPair) => password === passwordAgain;
export const passwordsDiffer = { path: ['passwordAgain'], error: 'passwordsDiffer' };

/** A password, twice: a slip of the finger must not lock anyone out. */
export function PasswordPairFields({ required, autoFocus }: { required: boolean; autoFocus: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <FieldGrid columns={2}>
      <PasswordField
        name="password"
        label={t('password.label')}
        description={t('password.hint')}
        required={required}
        autoFocus={autoFocus}
      />
      <PasswordField
        name="passwordAgain"
        label={t('password.again')}
        description={t('password.againHint')}
        required={required}
      />
    </FieldGrid>
  );
}
