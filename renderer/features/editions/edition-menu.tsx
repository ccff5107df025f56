import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBan,
  IconChevronDown,
  IconCopy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Edition, takesChanges } from '../../../domain/edition.ts';
import { useSession } from '../../lib/session.tsx';
import { useEditionMoves } from './use-edition-moves.ts';

/** The other moves of an edition: edit, copy, a step back, cancel, delete. */
export function EditionMenu({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const navigate = useNavigate();
  const { moveTo, cancel, reopen, remove } = useEditionMoves(edition);
  const { status } = edition;
  if (!can('registrar')) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('menu.open')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={17} stroke={1.75} />}
          disabled={!takesChanges(status)}
          onClick={() =>
            void navigate({ to: '/ediciones/$editionId/editar', params: { editionId: edition.id } })
          }
        >
          {t('menu.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={17} stroke={1.75} />}
          onClick={() => void navigate({ to: '/ediciones/nueva', search: { copyOf: edition.id } })}
        >
          {t('menu.copy')}
        </Menu.Item>
        {(status === 'open' || status === 'running') && (
          <Menu.Item
            leftSection={<IconArrowBackUp size={17} stroke={1.75} />}
            onClick={() => void moveTo(status === 'open' ? 'planned' : 'open')}
          >
            {t(`menu.back.${status}`)}
          </Menu.Item>
        )}
        {status === 'closed' && can('coordinator') && (
          <Menu.Item leftSection={<IconArrowBackUp size={17} stroke={1.75} />} onClick={() => void reopen()}>
            {t('menu.back.closed')}
          </Menu.Item>
        )}
        {(takesChanges(status) || can('coordinator')) && <Menu.Divider />}
        {takesChanges(status) && (
          <Menu.Item leftSection={<IconBan size={17} stroke={1.75} />} onClick={() => void cancel()}>
            {t('menu.cancel')}
          </Menu.Item>
        )}
        {can('coordinator') && (
          <Menu.Item leftSection={<IconTrash size={17} stroke={1.75} />} onClick={() => void remove()}>
            {t('menu.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
