import { useTranslation } from 'react-i18next';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import { type MergeField, mergeFieldValue } from '../../../domain/person-merge.ts';
import type { Person } from '../../../domain/person.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';

/** What a record says in a field, in words; null where it says nothing. */
export function useFieldWords(): (person: Person, field: MergeField) => string | null {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  const { nameByCode } = useMunicipalities();
  const { write: writeLanguages } = useLanguageWords();
  const nameOf = (code: string | null) => (code === null ? '' : (nameByCode.get(code) ?? code));
  const write = (person: Person, field: MergeField): string => {
    switch (field) {
      case 'name':
        return surnamesFirst(person);
      case 'identityCard':
        return formatIdentityCard({
          number: person.idNumber,
          complement: person.idComplement,
          issuedIn: person.idIssuedIn,
        });
      case 'sex':
        return person.sex === null ? '' : t(`people:sex.${person.sex}`);
      case 'birthDate':
        return format.date(person.birthDate);
      case 'phone':
        return person.phone ?? '';
      case 'email':
        return person.email ?? '';
      case 'residence':
        return [person.community ?? '', nameOf(person.municipalityCode)]
          .filter((part) => part !== '')
          .join(', ');
      case 'organisation':
        return person.organisationName ?? '';
      case 'languages':
        return writeLanguages(person.languages);
      case 'enterprise':
        return (
          [person.enterprise.name ?? '', person.enterprise.trade ?? '']
            .filter((part) => part !== '')
            .join(', ') || '…'
        );
      case 'notes':
        return person.notes ?? '';
    }
  };
  return (person, field) => (mergeFieldValue(person, field) === null ? null : write(person, field));
}
