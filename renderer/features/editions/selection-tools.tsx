import { Button } from '@mantine/core';
import { IconArmchair, IconArrowsExchange, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { useSession } from '../../lib/session.tsx';
import { useEnrolmentActions } from './use-enrolment-actions.ts';

interface SelectionToolsProps {
  edition: Edition;
  chosen: readonly Enrolment[];
  onTransfer(people: readonly Enrolment[]): void;
  onDone(): void;
}

/** What can be done with those who were chosen, each button with how many of them it is about. */
export function SelectionTools({ edition, chosen, onTransfer, onDone }: SelectionToolsProps) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const { accept, decline, giveSeats } = useEnrolmentActions(edition);
  const requests = chosen.filter(({ status }) => status === 'requested');
  const waiting = chosen.filter(({ status }) => status === 'waiting');
  const movable = chosen.filter(({ status }) => status === 'enrolled' || status === 'waiting');
  const icon = { size: 17, stroke: 1.75 };
  return (
    <>
      {requests.length > 0 && (
        <>
          <Button
            leftSection={<IconCheck {...icon} />}
            onClick={() => void accept(requests).then((isDone) => isDone && onDone())}
          >
            {t('selection.accept', { count: requests.length })}
          </Button>
          <Button
            leftSection={<IconX {...icon} />}
            onClick={() => void decline(requests).then((isDone) => isDone && onDone())}
          >
            {t('selection.decline', { count: requests.length })}
          </Button>
        </>
      )}
      {waiting.length > 0 && can('coordinator') && (
        <Button
          leftSection={<IconArmchair {...icon} />}
          onClick={() => void giveSeats(waiting).then((isDone) => isDone && onDone())}
        >
          {t('selection.giveSeats', { count: waiting.length })}
        </Button>
      )}
      {movable.length > 0 && (
        <Button leftSection={<IconArrowsExchange {...icon} />} onClick={() => onTransfer(movable)}>
          {t('selection.transfer', { count: movable.length })}
        </Button>
      )}
      {requests.length + movable.length === 0 && <span>{t('selection.nothing')}</span>}
    </>
  );
}
