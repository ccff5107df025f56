import { useTranslation } from 'react-i18next';
import { caebSectionSchema, salesBandSchema } from '../../../domain/enterprise.ts';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { SuggestField } from '../../ui/fields/suggest-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Section } from '../../ui/section.tsx';
import type { PersonFieldsProps } from './person-fields.ts';
import classes from './person-sheet.module.css';
import { useKnownWords } from './use-known-words.ts';

const mostWorkers = 10_000;

/** What the person lives from; all of it may be left out. */
export function EnterpriseSection({ field }: PersonFieldsProps) {
  const { t } = useTranslation('people');
  const { trades } = useKnownWords();
  return (
    <Section title={t('section.enterprise')}>
      <div className={classes['fields']} data-wide="4">
        <SuggestField
          {...field('enterprise.trade')}
          label={t('field.trade')}
          suggestions={trades}
          placeholder={t('tradeExample')}
        />
        <TextField {...field('enterprise.name')} label={t('field.enterpriseName')} />
        <SelectField
          {...field('enterprise.section')}
          label={t('field.section')}
          options={caebSectionSchema.options.map((letter) => ({
            value: letter,
            label: `${letter} · ${t(`caeb.${letter}`)}`,
          }))}
          searchable
          clearable
        />
        <NumberField {...field('enterprise.workers')} label={t('field.workers')} min={0} max={mostWorkers} />
        <SelectField
          {...field('enterprise.salesBand')}
          label={t('field.salesBand')}
          options={salesBandSchema.options.map((band) => ({ value: band, label: t(`salesBand.${band}`) }))}
          clearable
        />
        <TextField {...field('enterprise.nit')} label={t('field.nit')} inputMode="numeric" />
        <TextField {...field('enterprise.registration')} label={t('field.registration')} />
      </div>
    </Section>
  );
}
