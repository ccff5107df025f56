import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import { IdleSection } from './idle-section.tsx';
import { NewUserDialog } from './new-user-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RecoverySection } from './recovery-section.tsx';
import classes from './settings.module.css';
import { useUserColumns } from './use-user-columns.tsx';
import { UserDialog } from './user-dialog.tsx';

type Opened = { dialog: 'new' } | { dialog: 'user' | 'password'; user: User } | null;

/** Who works with Yachay and what each may do. */
export function UsersPage() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const { can } = useSession();
  const users = useQuery(api.users.list.queryOptions());
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const columns = useUserColumns({
    onEdit: (user) => setOpened({ dialog: 'user', user }),
    onSetPassword: (user) => setOpened({ dialog: 'password', user }),
  });
  return (
    <div className={classes['narrow']}>
      {can('coordinator') ? (
        <TabTools>
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setOpened({ dialog: 'new' })}
          >
            {t('users.add')}
          </Button>
        </TabTools>
      ) : (
        <Notice tone="neutral">{t('users.coordinatorChanges')}</Notice>
      )}
      <p className={classes['explained']}>{t('users.text')}</p>
      <Loaded query={users}>
        {(all) => (
          <>
            <StandInNotice user={all.find(({ standsIn }) => standsIn)} />
            <DataTable
              label={t('tabs.users')}
              rows={all}
              rowId={({ id }) => id}
              columns={columns}
              maxHeight={560}
              empty={<EmptyState title={t('users.none')} />}
              {...(can('coordinator') ? { onOpen: (user: User) => setOpened({ dialog: 'user', user }) } : {})}
            />
          </>
        )}
      </Loaded>
      {can('coordinator') && (
        <div className={classes['sections']}>
          <IdleSection />
          <RecoverySection />
        </div>
      )}
      {opened?.dialog === 'new' && <NewUserDialog onClose={close} />}
      {opened?.dialog === 'user' && <UserDialog user={opened.user} onClose={close} />}
      {opened?.dialog === 'password' && <PasswordDialog user={opened.user} onClose={close} />}
    </div>
  );
}

/** Why somebody coordinates whom two PCs put out apart, and how to settle it. */
function StandInNotice({ user }: { user: User | undefined }) {
  const { t } = useTranslation('settings');
  if (user === undefined) return null;
  return <Notice tone="warning">{t('users.standsIn', { name: user.name })}</Notice>;
}
