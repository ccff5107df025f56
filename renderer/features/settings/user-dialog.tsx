import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type User, userDraftSchema } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SwitchField } from '../../ui/fields/choice-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RoleField } from './role-field.tsx';
import { TrainerPersonField } from './trainer-person-field.tsx';

const userChangeSchema = userDraftSchema
  .pick({ name: true, role: true, personId: true })
  .extend({ isActive: z.boolean() });

/** Name, role and whether someone may come in. */
export function UserDialog({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const updating = useMutation(api.users.update.mutationOptions());
  const { id, name, role, isActive, personId, personName } = user;
  return (
    <Dialog opened onClose={onClose} title={t('users.editTitle', { name })} size="lg">
      <Form
        schema={userChangeSchema}
        defaultValues={{ name, role, isActive, personId }}
        onSubmit={async (change) => {
          await updating.mutateAsync({ id, ...change });
          toast.show({ text: t('users.saved', { name: change.name }), tone: 'success' });
          onClose();
        }}
      >
        {(field) => (
          <>
            <TextField {...field('name')} label={t('users.fullName')} required autoFocus />
            <RoleField {...field('role')} label={t('users.role')} />
            <TrainerPersonField {...field('personId')} knownName={personName} />
            <SwitchField
              {...field('isActive')}
              label={t('users.mayEnter')}
              description={t('users.mayEnterHint')}
            />
            <FormActions submitLabel={t('common:save')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
