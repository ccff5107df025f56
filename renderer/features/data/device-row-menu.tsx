import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDeviceDesktopCheck,
  IconDeviceDesktopOff,
  IconDotsVertical,
  IconPencil,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KnownDevice } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToast } from '../../ui/toast.tsx';

interface DeviceRowMenuProps {
  device: KnownDevice;
  onRename(device: KnownDevice): void;
}

/** Another name; out of use, and in use again. */
export function DeviceRowMenu({ device, onRename }: DeviceRowMenuProps) {
  const { t } = useTranslation('data');
  const api = useApi();
  const confirm = useConfirm();
  const toast = useToast();
  const describeError = useDescribeError();
  const retiring = useMutation(api.exchange.retireDevice.mutationOptions());
  const icon = { size: 17, stroke: 1.75 };
  const { id, name, isThis, retiredAt } = device;
  const retire = async (retired: boolean) => {
    const question = {
      title: t('devices.retireTitle', { name }),
      text: t('devices.retireText'),
      confirmLabel: t('devices.retire'),
    };
    if (retired && !(await confirm(question))) return;
    try {
      await retiring.mutateAsync({ deviceId: id, retired });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          size="sm"
          aria-label={t('devices.actionsOf', { name })}
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
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onRename(device)}>
          {t('devices.rename')}
        </Menu.Item>
        {!isThis && (
          <Menu.Item
            leftSection={
              retiredAt === null ? <IconDeviceDesktopOff {...icon} /> : <IconDeviceDesktopCheck {...icon} />
            }
            onClick={() => void retire(retiredAt === null)}
          >
            {t(retiredAt === null ? 'devices.retire' : 'devices.reuse')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
