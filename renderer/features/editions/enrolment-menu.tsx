import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArmchair,
  IconArrowBackUp,
  IconArrowsExchange,
  IconCheck,
  IconDotsVertical,
  IconPrinter,
  IconSignature,
  IconTrash,
  IconUserOff,
  IconX,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { type Enrolment, hasLeft } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useSession } from '../../lib/session.tsx';
import { useEnrolmentActions } from './use-enrolment-actions.ts';

interface EnrolmentMenuProps {
  edition: Edition;
  enrolment: Enrolment;
  /** They lack what the course asks for, and nobody gave a word for it. */
  isUnexcused: boolean;
  onTransfer(): void;
}

/** All that can be done with one person of an edition, by how they stand. */
export function EnrolmentMenu({ edition, enrolment, isUnexcused, onTransfer }: EnrolmentMenuProps) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const navigate = useNavigate();
  const { withdraw, readmit, remove, giveSeats, accept, decline, excuse } = useEnrolmentActions(edition);
  const { status } = enrolment;
  const isRequest = status === 'requested';
  const isIn = status === 'enrolled' || status === 'waiting';
  const icon = { size: 17, stroke: 1.75 };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          size="sm"
          aria-label={t('people.actionsOf', { name: fullName(enrolment) })}
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
        {isRequest && (
          <>
            <Menu.Item leftSection={<IconCheck {...icon} />} onClick={() => void accept([enrolment])}>
              {t('people.accept')}
            </Menu.Item>
            <Menu.Item leftSection={<IconX {...icon} />} onClick={() => void decline([enrolment])}>
              {t('people.decline')}
            </Menu.Item>
          </>
        )}
        {status === 'waiting' && can('coordinator') && (
          <Menu.Item leftSection={<IconArmchair {...icon} />} onClick={() => void giveSeats([enrolment])}>
            {t('people.giveSeat')}
          </Menu.Item>
        )}
        {isUnexcused && !isRequest && (
          <Menu.Item leftSection={<IconSignature {...icon} />} onClick={() => void excuse(enrolment)}>
            {t('people.excuse')}
          </Menu.Item>
        )}
        {isIn && (
          <Menu.Item leftSection={<IconArrowsExchange {...icon} />} onClick={onTransfer}>
            {t('people.transfer')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPrinter {...icon} />}
          onClick={() =>
            void navigate({
              to: '/ediciones/$editionId/documentos',
              params: { editionId: edition.id },
              search: { kind: 'enrolmentForm', enrolmentId: enrolment.id },
            })
          }
        >
          {t('people.form')}
        </Menu.Item>
        {hasLeft(status) ? (
          <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => void readmit(enrolment)}>
            {t(status === 'declined' ? 'people.askAgain' : 'people.readmit')}
          </Menu.Item>
        ) : (
          !isRequest && (
            <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={() => void withdraw(enrolment)}>
              {t('people.withdraw')}
            </Menu.Item>
          )
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void remove(enrolment)}>
          {t('people.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
