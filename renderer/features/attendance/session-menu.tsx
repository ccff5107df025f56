import { Menu, VisuallyHidden } from '@mantine/core';
import {
  IconBan,
  IconCheck,
  IconChecks,
  IconChevronDown,
  IconCircleDashed,
  IconClipboardCheck,
  IconPrinter,
  IconRotate2,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../domain/session.ts';
import { today } from '../../lib/date-text.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './attendance-grid.module.css';
import { type GridModel, isMarkable } from './grid-commands.ts';
import { useMarkAllPresent } from './use-mark-all-present.ts';
import { useSessionActions } from './use-session-actions.ts';

interface SessionMenuProps {
  model: GridModel;
  session: Session;
  isOpen: boolean;
  onToggle(opened: boolean): void;
}

/** The head of a column and what can be done with its whole session. */
export function SessionMenu({ model, session, isOpen, onToggle }: SessionMenuProps) {
  return (
    <Menu opened={isOpen} onChange={onToggle} returnFocus={false} position="bottom-start">
      <Menu.Target>
        <SessionButton session={session} />
      </Menu.Target>
      <Menu.Dropdown>{isOpen && <SessionMenuItems model={model} session={session} />}</Menu.Dropdown>
    </Menu>
  );
}

const stateIcons = { planned: IconCircleDashed, held: IconCheck, cancelled: IconBan };

function SessionButton({ session, ...target }: { session: Session } & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const Icon = stateIcons[session.state];
  const parts = [session.startsAt, session.topic, t(`sessionState.${session.state}`), session.cancelReason];
  const details = parts.filter((part) => part !== null).join(', ');
  const isToday = session.date === today();
  return (
    <button
      {...target}
      type="button"
      tabIndex={-1}
      className={classes['sessionButton']}
      title={`${format.weekdayDate(session.date)}, ${details}`}
      data-today={isToday || undefined}
    >
      <span className={classes['weekday']}>
        {format.weekday(session.date)}
        <Icon size={13} stroke={2.2} aria-hidden />
      </span>
      <span className={classes['date']}>
        {format.shortDate(session.date)}
        <IconChevronDown size={12} stroke={2} aria-hidden className={classes['chevron']} />
      </span>
      <VisuallyHidden>{details}</VisuallyHidden>
    </button>
  );
}

function SessionMenuItems({ model, session }: { model: GridModel; session: Session }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const navigate = useNavigate();
  const markAllPresent = useMarkAllPresent(model.store, model.rows);
  const { cancel, uncancel } = useSessionActions();
  const { editionId, id: sessionId } = session;
  const markable = isMarkable(session);
  return (
    <>
      <Menu.Label>{`${format.weekdayDate(session.date)}, ${session.startsAt}`}</Menu.Label>
      <Menu.Item
        leftSection={<IconChecks size={17} stroke={1.75} />}
        disabled={model.isReadOnly || !markable}
        onClick={() => markAllPresent(session)}
      >
        {t('allPresent')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconClipboardCheck size={17} stroke={1.75} />}
        disabled={model.isReadOnly || !markable}
        onClick={() =>
          void navigate({
            to: '/ediciones/$editionId/asistencia/$sessionId',
            params: { editionId, sessionId },
          })
        }
      >
        {t('inTheRoom')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconPrinter size={17} stroke={1.75} />}
        onClick={() =>
          void navigate({
            to: '/ediciones/$editionId/documentos',
            params: { editionId },
            search: { sessionId },
          })
        }
      >
        {t('printSheet')}
      </Menu.Item>
      <Menu.Divider />
      {markable ? (
        <Menu.Item
          leftSection={<IconBan size={17} stroke={1.75} />}
          disabled={model.isReadOnly}
          onClick={() => void cancel(session)}
        >
          {t('didNotHappen')}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<IconRotate2 size={17} stroke={1.75} />}
          disabled={model.isReadOnly}
          onClick={() => void uncancel(session)}
        >
          {t('didHappen')}
        </Menu.Item>
      )}
    </>
  );
}
