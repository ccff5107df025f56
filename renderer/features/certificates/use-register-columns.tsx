import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../domain/certificate.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { CertificateBadge, certificateState } from './certificate-badge.tsx';
import classes from './register.module.css';

/** The columns of the register; the service keeps its order, the newest folio first. */
export function useRegisterColumns(): DataColumn<Certificate>[] {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'folio', header: t('column.folio'), width: 124, sortable: false, value: (row) => row.folio },
      {
        id: 'name',
        header: t('column.name'),
        width: 210,
        sortable: false,
        value: (row) => row.personSortName,
      },
      {
        id: 'card',
        header: t('column.identityCard'),
        width: 132,
        sortable: false,
        value: (row) => row.identityCard,
      },
      {
        id: 'course',
        header: t('column.course'),
        grow: true,
        sortable: false,
        value: (row) => `${row.editionCode} · ${row.courseTitle}`,
      },
      {
        id: 'kind',
        header: t('column.kind'),
        width: 116,
        sortable: false,
        value: (row) => t(`kind.${row.kind}`),
      },
      {
        id: 'issuedOn',
        header: t('column.issuedOn'),
        width: 104,
        align: 'end',
        sortable: false,
        value: (row) => format.date(row.issuedOn),
      },
      {
        id: 'state',
        header: t('column.state'),
        width: 200,
        sortable: false,
        value: (row) => [t(`state.${certificateState(row)}`), row.revokedReason].filter(Boolean).join(': '),
        cell: (row) => (
          <span className={classes['state']} title={row.revokedReason ?? undefined}>
            <CertificateBadge certificate={row} />
            <span>{row.revokedReason}</span>
          </span>
        ),
      },
    ],
    [t, format],
  );
}
