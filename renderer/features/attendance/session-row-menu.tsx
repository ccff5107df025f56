import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBan,
  IconClipboardCheck,
  IconDotsVertical,
  IconPencil,
  IconRotate2,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import { useSessionActions } from './use-session-actions.ts';

interface SessionRowMenuProps {
  edition: Edition;
  session: Session;
  canPlan: boolean;
  onEdit(session: Session): void;
}

/** Mark attendance, change, say that it did not happen, delete. */
export function SessionRowMenu({ edition, session, canPlan, onEdit }: SessionRowMenuProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const navigate = useNavigate();
  const { cancel, uncancel, remove } = useSessionActions();
  const icon = { size: 17, stroke: 1.75 };
  const params = { editionId: edition.id, sessionId: session.id };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          size="sm"
          aria-label={t('sessions.actionsOf', { date: format.weekdayDate(session.date) })}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <IconDotsVertical size={17} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {session.state === 'cancelled' ? (
          <Menu.Item leftSection={<IconRotate2 {...icon} />} onClick={() => void uncancel(session)}>
            {t('didHappen')}
          </Menu.Item>
        ) : (
          <>
            <Menu.Item
              leftSection={<IconClipboardCheck {...icon} />}
              onClick={() => void navigate({ to: '/ediciones/$editionId/asistencia/$sessionId', params })}
            >
              {t('inTheRoom')}
            </Menu.Item>
            <Menu.Item leftSection={<IconBan {...icon} />} onClick={() => void cancel(session)}>
              {t('didNotHappen')}
            </Menu.Item>
          </>
        )}
        {canPlan && (
          <>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onEdit(session)}>
              {t('common:edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void remove(session)}>
              {t('common:delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
