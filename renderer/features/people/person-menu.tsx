import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText, IconTrash, IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../domain/person.ts';
import { useSession } from '../../lib/session.tsx';
import { AnonymiseDialog } from './anonymise-dialog.tsx';

/** What is seldom done with a person: their whole record on paper, taking them out of the lists, or what says who they were. */
export function PersonMenu({ person, onRemove }: { person: Person; onRemove(): void }) {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileText size={17} stroke={1.75} />}
            onClick={() =>
              void navigate({ to: '/personas/$personId/ficha', params: { personId: person.id } })
            }
          >
            {t('record.open')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={17} stroke={1.75} />} onClick={onRemove}>
            {t('common:delete')}
          </Menu.Item>
          {can('coordinator') && person.anonymisedAt === null && (
            <Menu.Item leftSection={<IconUserOff size={17} stroke={1.75} />} onClick={() => setAsking(true)}>
              {t('anonymise.open')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <AnonymiseDialog person={person} opened={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}
