import { useTranslation } from 'react-i18next';
import { tidyName } from '../../../domain/person-name.ts';
import { sexSchema } from '../../../domain/sex.ts';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { ChoiceField } from '../../ui/fields/choice-fields.tsx';
import { Section } from '../../ui/section.tsx';
import { BirthDateField } from './birth-date-field.tsx';
import { CheckedTextField } from './checked-text-field.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { IdentityCardFields } from './identity-card-fields.tsx';
import type { PersonFieldsProps } from './person-fields.ts';
import classes from './person-sheet.module.css';

/** Who the person is. */
export function IdentitySection({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  return (
    <Section title={t('section.identity')}>
      <FieldGrid columns={4}>
        <CheckedTextField {...field('paternalSurname')} label={t('field.paternalSurname')} tidy={tidyName} />
        <CheckedTextField {...field('maternalSurname')} label={t('field.maternalSurname')} tidy={tidyName} />
        <CheckedTextField {...field('givenNames')} label={t('field.givenNames')} tidy={tidyName} required />
        <CheckedTextField
          {...field('marriedSurname')}
          label={t('field.marriedSurname')}
          tidy={tidyName}
          placeholder={t('marriedExample')}
        />
      </FieldGrid>
      <div className={classes['fields']} data-wide="5">
        <IdentityCardFields field={field} />
        <BirthDateField field={field} />
        <ChoiceField
          {...field('sex')}
          label={t('field.sex')}
          options={sexSchema.options.map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))}
        />
      </div>
      <ConsentFields field={field} />
    </Section>
  );
}
