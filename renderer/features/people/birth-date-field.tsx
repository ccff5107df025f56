import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ageOn, isYouth } from '../../../domain/calendar-date.ts';
import { toCalendarDate, today } from '../../lib/date-text.ts';
import { DateField } from '../../ui/fields/date-field.tsx';
import { FieldHint } from './field-hint.tsx';
import type { PersonInput } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';

/** The birth date with the age it gives, and whether that is youth by law. */
export function BirthDateField({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  return (
    <div>
      <DateField {...field('birthDate')} label={t('field.birthDate')} past />
      <AgeHint />
    </div>
  );
}

function AgeHint() {
  const { t } = useTranslation('people');
  const birthDate = toCalendarDate(useWatch<PersonInput, 'birthDate'>({ name: 'birthDate' }));
  if (birthDate === null) return null;
  if (birthDate > today()) return <FieldHint tone="warning">{t('birthInFuture')}</FieldHint>;
  const age = t('age', { count: ageOn(birthDate, today()) });
  return <FieldHint>{isYouth(birthDate, today()) ? `${age} · ${t('youth')}` : age}</FieldHint>;
}
