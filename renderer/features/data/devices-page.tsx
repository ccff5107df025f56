import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownDevice } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { IconCheck, IconDeviceDesktop, IconDeviceDesktopOff, IconDeviceDesktopUp } from '@tabler/icons-react';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './data.module.css';
import { DeviceRowMenu } from './device-row-menu.tsx';
import { NewDevice } from './new-device.tsx';
import { RenameDeviceDialog } from './rename-device.tsx';
import { ThinningSection } from './thinning.tsx';

/** The PCs of the office, how far apart they are, and how another one joins. */
export function DevicesPage() {
  const { t } = useTranslation('data');
  const api = useApi();
  const { can } = useSession();
  const state = useQuery(api.exchange.state.queryOptions());
  const [renaming, setRenaming] = useState<KnownDevice | null>(null);
  const columns = useDeviceColumns(setRenaming);
  return (
    <Loaded query={state}>
      {({ devices, oldestChangeAt }) => (
        <div className={classes['page']}>
          <Section title={t('devices.title')}>
            <div className={classes['stack']}>
              <p className={classes['explained']}>{t('devices.text')}</p>
              <DataTable
                label={t('devices.title')}
                rows={devices}
                rowId={({ id }) => id}
                columns={columns}
                maxHeight={420}
                empty={<EmptyState title={t('devices.title')} />}
              />
            </div>
          </Section>
          {can('registrar') && (
            <Section title={t('newDevice.title')}>
              <NewDevice />
            </Section>
          )}
          {can('coordinator') && (
            <Section title={t('thinning.title')}>
              <ThinningSection oldestChangeAt={oldestChangeAt} />
            </Section>
          )}
          {renaming !== null && <RenameDeviceDialog device={renaming} onClose={() => setRenaming(null)} />}
        </div>
      )}
    </Loaded>
  );
}

function useDeviceColumns(onRename: (device: KnownDevice) => void): readonly DataColumn<KnownDevice>[] {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { can } = useSession();
  const stateOf = ({ isThis, retiredAt, lacks, needsCopy }: KnownDevice) => {
    if (isThis) return t('devices.this');
    if (retiredAt !== null) return t('devices.retired');
    if (needsCopy) return t('devices.needsCopy');
    return lacks === 0 ? t('devices.upToDate') : t('devices.lacks', { count: lacks });
  };
  const badgeOf = (device: KnownDevice) => {
    if (device.isThis) return { tone: 'info', icon: IconDeviceDesktop } as const;
    if (device.retiredAt !== null) return { tone: 'neutral', icon: IconDeviceDesktopOff } as const;
    return device.lacks === 0
      ? ({ tone: 'success', icon: IconCheck } as const)
      : ({ tone: 'warning', icon: IconDeviceDesktopUp } as const);
  };
  return [
    { id: 'name', header: t('devices.name'), grow: true, value: ({ name }) => name },
    { id: 'series', header: t('devices.series'), width: 90, value: ({ series }) => series },
    {
      id: 'state',
      header: t('devices.state'),
      width: 250,
      value: stateOf,
      cell: (device) => <StatusBadge {...badgeOf(device)}>{stateOf(device)}</StatusBadge>,
    },
    {
      id: 'packet',
      header: t('devices.lastPacket'),
      width: 170,
      value: ({ lastPacketAt }) => lastPacketAt,
      cell: ({ lastPacketAt }) => format.dateTime(lastPacketAt),
    },
    {
      id: 'fingerprint',
      header: t('devices.fingerprint'),
      width: 250,
      value: ({ fingerprint }) => fingerprint,
      cell: ({ fingerprint }) => <span className={classes['fingerprint']}>{fingerprint}</span>,
    },
    ...(can('coordinator')
      ? [
          {
            id: 'menu',
            header: t('devices.actions'),
            width: 90,
            align: 'center' as const,
            sortable: false,
            value: () => null,
            cell: (device: KnownDevice) => <DeviceRowMenu device={device} onRename={onRename} />,
          },
        ]
      : []),
  ];
}
