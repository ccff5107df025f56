import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BackupFile } from '../../../domain/backup.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';

interface BackupListProps {
  files: readonly BackupFile[];
  /** Null where the user may not go back to one. */
  onRestore: ((path: string) => void) | null;
}

/** The copies there are, newest first. */
export function BackupList({ files, onRestore }: BackupListProps) {
  const { t } = useTranslation('data');
  const columns = useBackupColumns(onRestore);
  return (
    <DataTable
      label={t('backup.list')}
      rows={files}
      rowId={({ path }) => path}
      columns={columns}
      maxHeight={380}
      empty={<EmptyState title={t('backup.none')} text={t('backup.noneText')} />}
    />
  );
}

function useBackupColumns(onRestore: BackupListProps['onRestore']): readonly DataColumn<BackupFile>[] {
  const { t } = useTranslation('data');
  const format = useFormat();
  const megabytes = ({ byteSize }: BackupFile) =>
    t('backup.size', { size: format.number(Math.round((byteSize / 1024 / 1024) * 10) / 10) });
  return [
    {
      id: 'madeAt',
      header: t('backup.madeAt'),
      width: 190,
      value: ({ madeAt }) => madeAt,
      cell: ({ madeAt }) => format.dateTime(madeAt),
    },
    { id: 'place', header: t('backup.place'), width: 170, value: ({ place }) => t(`backup.places.${place}`) },
    { id: 'size', header: t('backup.sizeHeader'), width: 110, align: 'end', value: megabytes },
    {
      id: 'lock',
      header: t('backup.lock'),
      width: 120,
      value: ({ isEncrypted }) => (isEncrypted ? t('backup.encrypted') : ''),
      cell: ({ isEncrypted }) =>
        isEncrypted && (
          <StatusBadge tone="neutral" icon={IconLock}>
            {t('backup.encrypted')}
          </StatusBadge>
        ),
    },
    { id: 'name', header: t('backup.file'), grow: true, value: ({ name }) => name },
    ...(onRestore === null
      ? []
      : [
          {
            id: 'restore',
            header: t('restore.title'),
            width: 130,
            sortable: false,
            value: () => null,
            cell: ({ path }: BackupFile) => (
              <Button variant="subtle" size="xs" onClick={() => onRestore(path)}>
                {t('restore.open')}
              </Button>
            ),
          },
        ]),
  ];
}
