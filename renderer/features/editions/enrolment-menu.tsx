import { ActionIcon, Menu } from '@mantine/core';
import { IconArmchair, IconArrowBackUp, IconDotsVertical, IconTrash, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useSession } from '../../lib/session.tsx';
import { useEnrolmentActions } from './use-enrolment-actions.ts';

interface EnrolmentMenuProps {
  edition: Edition;
  enrolment: Enrolment;
}

/** Withdraw, readmit, give a seat, remove. */
export function EnrolmentMenu({ edition, enrolment }: EnrolmentMenuProps) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const { withdraw, readmit, remove, giveSeat } = useEnrolmentActions(edition);
  const { status } = enrolment;
  const hasLeft = status === 'withdrawn';
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
        {status === 'waiting' && can('coordinator') && (
          <Menu.Item leftSection={<IconArmchair {...icon} />} onClick={() => void giveSeat(enrolment)}>
            {t('people.giveSeat')}
          </Menu.Item>
        )}
        {hasLeft ? (
          <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => void readmit(enrolment)}>
            {t('people.readmit')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconUserOff {...icon} />} onClick={() => void withdraw(enrolment)}>
            {t('people.withdraw')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void remove(enrolment)}>
          {t('people.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
