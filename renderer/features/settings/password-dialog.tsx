import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passwordSchema, type User } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { isTypedTwice, PasswordPairFields, passwordsDiffer } from './password-pair.tsx';

const newPasswordSchema = z
  .object({ password: passwordSchema, passwordAgain: z.string() })
  .refine(isTypedTwice, passwordsDiffer);

/** A password where there was none, or another one. */
export function PasswordDialog({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const setting = useMutation(api.users.setPassword.mutationOptions());
  return (
    <Dialog opened onClose={onClose} title={t('password.title', { name: user.name })} size="lg">
      <Form
        schema={newPasswordSchema}
        defaultValues={{ password: '', passwordAgain: '' }}
        onSubmit={async ({ password }) => {
          await setting.mutateAsync({ id: user.id, password });
          toast.show({ text: t('password.saved', { name: user.name }), tone: 'success' });
          onClose();
        }}
      >
        {() => (
          <>
            <PasswordPairFields required autoFocus />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
