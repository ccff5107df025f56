import { IconCheck, IconLock, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useSession } from '../../lib/session.tsx';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './settings.module.css';
import { UserRowMenu } from './user-row-menu.tsx';

interface UserColumnActions {
  onEdit(user: User): void;
  onSetPassword(user: User): void;
}

export function useUserColumns(actions: UserColumnActions): readonly DataColumn<User>[] {
  const { t } = useTranslation('settings');
  const session = useSession();
  const stateOf = ({ isActive }: User) => t(isActive ? 'users.active' : 'users.inactive');
  const entryOf = ({ hasPassword }: User) => t(hasPassword ? 'users.byPassword' : 'users.byName');
  const nameOf = ({ id, name }: User) => (id === session.user.id ? t('users.you', { name }) : name);
  // Who a trainer is decides what they see; of the others nothing hangs on it.
  const personOf = ({ role, personName }: User) =>
    role === 'trainer' ? (personName ?? t('users.noPerson')) : '';
  return [
    { id: 'name', header: t('users.name'), grow: true, value: nameOf },
    { id: 'role', header: t('users.role'), width: 125, value: ({ role }) => t(`app:role.${role}`) },
    { id: 'person', header: t('users.person'), width: 205, value: personOf },
    {
      id: 'entry',
      header: t('users.entry'),
      width: 165,
      value: entryOf,
      cell: (user) => (
        <span className={classes['entry']}>
          {user.hasPassword && <IconLock size={16} stroke={1.75} aria-hidden />}
          {entryOf(user)}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('users.state'),
      width: 120,
      value: stateOf,
      cell: (user) => (
        <StatusBadge
          tone={user.isActive ? 'success' : 'neutral'}
          icon={user.isActive ? IconCheck : IconUserOff}
        >
          {stateOf(user)}
        </StatusBadge>
      ),
    },
    {
      id: 'menu',
      header: t('users.actions'),
      width: 90,
      align: 'center',
      sortable: false,
      value: () => null,
      cell: (user) =>
        (session.can('coordinator') || user.id === session.user.id) && (
          <UserRowMenu user={user} {...actions} />
        ),
    },
  ];
}
