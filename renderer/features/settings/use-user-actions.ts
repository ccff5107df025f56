import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What can be done to a user without a form. */
export function useUserActions() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const describeError = useDescribeError();
  const updating = useMutation(api.users.update.mutationOptions());
  const settingPassword = useMutation(api.users.setPassword.mutationOptions());

  const setActive = async ({ id, name, role, personId }: User, isActive: boolean) => {
    const change = (next: boolean) => updating.mutateAsync({ id, name, role, personId, isActive: next });
    try {
      await change(isActive);
      toast.show({
        text: t(isActive ? 'users.activated' : 'users.deactivated', { name }),
        undo: () => change(!isActive),
      });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };

  const removePassword = async ({ id, name }: User) => {
    const answer = await confirm({
      title: t('password.removeTitle', { name }),
      text: t('password.removeText', { name }),
      confirmLabel: t('password.remove'),
      danger: true,
    });
    if (answer === false) return;
    try {
      await settingPassword.mutateAsync({ id, password: null });
      toast.show({ text: t('password.removed', { name }) });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };

  return { setActive, removePassword };
}
