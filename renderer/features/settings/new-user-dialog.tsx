import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { userDraftSchema } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { isTypedTwice, PasswordPairFields, passwordsDiffer } from './password-pair.tsx';
import { RoleField } from './role-field.tsx';
import { TrainerPersonField } from './trainer-person-field.tsx';
import classes from './settings.module.css';

const newUserSchema = userDraftSchema
  .extend({ passwordAgain: z.string().nullable() })
  .refine(isTypedTwice, passwordsDiffer);

/** Someone new at this office's PCs. */
export function NewUserDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const creating = useMutation(api.users.create.mutationOptions());
  return (
    <Dialog opened onClose={onClose} title={t('users.newTitle')} size="lg">
      <Form
        schema={newUserSchema}
        defaultValues={{ name: '', role: 'registrar', password: null, passwordAgain: null, personId: null }}
        onSubmit={async ({ name, role, password, personId }) => {
          await creating.mutateAsync({ name, role, password, personId });
          toast.show({ text: t('users.created', { name }), tone: 'success' });
          onClose();
        }}
      >
        {(field) => (
          <>
            <TextField {...field('name')} label={t('users.fullName')} required autoFocus />
            <RoleField {...field('role')} label={t('users.role')} />
            <TrainerPersonField {...field('personId')} knownName={null} />
            <p className={classes['explained']}>{t('password.optional')}</p>
            <PasswordPairFields required={false} autoFocus={false} />
            <FormActions submitLabel={t('users.create')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
