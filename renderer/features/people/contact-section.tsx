import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parsePhone } from '../../../domain/phone.ts';
import { useApi } from '../../lib/api.tsx';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { MultiSelectField } from '../../ui/fields/multi-select-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { SuggestField } from '../../ui/fields/suggest-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Section } from '../../ui/section.tsx';
import { CheckedTextField } from './checked-text-field.tsx';
import { type PersonInput, tidyPhone } from './person-draft.ts';
import type { PersonFieldsProps } from './person-fields.ts';
import classes from './person-sheet.module.css';
import { useKnownWords } from './use-known-words.ts';

/** Where and how the person is reached, and to what organisation they belong. */
export function ContactSection({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const api = useApi();
  const organisations = useQuery(api.organisations.list.queryOptions());
  const { communities } = useKnownWords();
  const doubt = (text: string) => {
    const { warning } = parsePhone(text);
    return warning === null ? null : t(`phoneDoubt.${warning}`);
  };
  return (
    <Section title={t('section.contact')}>
      <div className={classes['fields']} data-wide="5">
        <CheckedTextField
          {...field('phone')}
          label={t('field.phone')}
          check={doubt}
          tidy={tidyPhone}
          inputMode="tel"
        />
        <TextField {...field('email')} label={t('field.email')} inputMode="email" />
        <MunicipalityField field={field} />
        <SuggestField {...field('community')} label={t('field.community')} suggestions={communities} />
        <SuggestField
          {...field('organisationName')}
          label={t('field.organisation')}
          suggestions={(organisations.data ?? []).map(({ name }) => name)}
          placeholder={t('organisationExample')}
        />
        <LanguagesField field={field} />
      </div>
    </Section>
  );
}

/** What a person speaks; a language that is not offered, of a later version, can be kept or taken out. */
function LanguagesField({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { optionsWith } = useLanguageWords();
  const spoken = useWatch<PersonInput, 'languages'>({ name: 'languages' });
  return (
    <MultiSelectField {...field('languages')} label={t('field.languages')} options={optionsWith(spoken)} />
  );
}

function MunicipalityField({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { options } = useMunicipalities();
  return (
    <SelectField
      {...field('municipalityCode')}
      label={t('field.municipality')}
      options={options}
      searchable
      clearable
    />
  );
}
