import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDotsVertical,
  IconLock,
  IconLockOff,
  IconPencil,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useSession } from '../../lib/session.tsx';
import { useUserActions } from './use-user-actions.ts';

interface UserRowMenuProps {
  user: User;
  onEdit(user: User): void;
  onSetPassword(user: User): void;
}

/** Change, password, deactivate. */
export function UserRowMenu({ user, onEdit, onSetPassword }: UserRowMenuProps) {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  const { removePassword, setActive } = useUserActions();
  const icon = { size: 17, stroke: 1.75 };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          size="sm"
          aria-label={t('users.actionsOf', { name: user.name })}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <IconDotsVertical {...icon} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {can('coordinator') && (
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onEdit(user)}>
            {t('common:edit')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLock {...icon} />} onClick={() => onSetPassword(user)}>
          {t(user.hasPassword ? 'password.change' : 'password.set')}
        </Menu.Item>
        {user.hasPassword && (
          <Menu.Item leftSection={<IconLockOff {...icon} />} onClick={() => void removePassword(user)}>
            {t('password.remove')}
          </Menu.Item>
        )}
        {can('coordinator') && (
          <Menu.Item
            leftSection={user.isActive ? <IconUserOff {...icon} /> : <IconUserCheck {...icon} />}
            onClick={() => void setActive(user, !user.isActive)}
          >
            {t(user.isActive ? 'users.deactivate' : 'users.activate')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
