import type { FieldPath } from 'react-hook-form';
import type { PersonInput } from './person-draft.ts';

/** What each part of the sheet is handed: names of fields, checked against the schema. */
export interface PersonFieldsProps {
  field: (name: FieldPath<PersonInput>) => { name: string };
}
