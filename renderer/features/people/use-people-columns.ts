import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import type { PersonSummary } from '../../../domain/person.ts';
import { formatPhone } from '../../../domain/phone.ts';
import { joinSurnames } from '../../../domain/person-name.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';

/** The columns of the table of people; the id of one that sorts is the name of its order. */
export function usePeopleColumns(): readonly DataColumn<PersonSummary>[] {
  const { t } = useTranslation('people');
  return useMemo(
    () => [
      { id: 'surname', header: t('column.surnames'), width: 240, grow: true, value: joinSurnames },
      {
        id: 'givenNames',
        header: t('column.givenNames'),
        width: 200,
        grow: true,
        sortable: false,
        value: ({ givenNames }) => givenNames,
      },
      { id: 'identityCard', header: t('column.identityCard'), width: 150, value: writeCard },
      {
        id: 'phone',
        header: t('column.phone'),
        width: 116,
        sortable: false,
        value: ({ phone }) => (phone === null ? null : formatPhone(phone)),
      },
      {
        id: 'community',
        header: t('column.community'),
        width: 170,
        grow: true,
        value: ({ community }) => community,
      },
      {
        id: 'trade',
        header: t('column.trade'),
        width: 170,
        grow: true,
        sortable: false,
        value: ({ trade }) => trade,
      },
    ],
    [t],
  );
}

function writeCard({
  idNumber: number,
  idComplement: complement,
  idIssuedIn: issuedIn,
}: PersonSummary): string {
  return formatIdentityCard({ number, complement, issuedIn });
}
