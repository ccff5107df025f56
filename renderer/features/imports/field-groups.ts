import type { ImportField } from '../../../domain/import-columns.ts';

/** What a column can mean, as it is offered to choose from. */
export const fieldGroups: readonly { id: string; fields: readonly ImportField[] }[] = [
  {
    id: 'name',
    fields: [
      'paternalSurname',
      'maternalSurname',
      'surnames',
      'givenNames',
      'fullNameSurnamesFirst',
      'fullNameGivenFirst',
    ],
  },
  { id: 'identity', fields: ['identityCard', 'complement', 'issuedIn', 'sex', 'birthDate'] },
  { id: 'contact', fields: ['phone', 'email', 'community', 'organisation', 'languages'] },
  { id: 'enterprise', fields: ['trade', 'enterpriseName', 'nit'] },
  { id: 'rest', fields: ['number', 'notes'] },
];
