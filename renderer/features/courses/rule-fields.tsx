import { useQuery } from '@tanstack/react-query';
import type { FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { FieldGrid } from '../../ui/field-grid.tsx';
import { CheckboxField } from '../../ui/fields/choice-fields.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { Section } from '../../ui/section.tsx';
import type { RuleInput } from './rule-form.ts';

interface FieldsProps {
  field: (name: FieldPath<RuleInput>) => { name: string };
}

const mostEditions = 50;
const mostMonths = 240;

/** What it takes to be accredited. */
export function ConditionFields({ field }: FieldsProps) {
  const { t } = useTranslation('trainers');
  return (
    <Section title={t('rule.conditions')} level={3}>
      <SelectField
        {...field('trainingCourseId')}
        label={t('rule.training')}
        options={useCourseOptions()}
        placeholder={t('rule.noCourse')}
        clearable
      />
      <FieldGrid columns={2}>
        <NumberField
          {...field('editionsAssisted')}
          label={t('rule.assisted')}
          min={0}
          max={mostEditions}
          required
        />
        <NumberField {...field('editionsLed')} label={t('rule.led')} min={0} max={mostEditions} required />
        <NumberField
          {...field('observationScore')}
          label={t('rule.observation')}
          description={t('rule.observationHint')}
          min={0}
          max={100}
          decimals={1}
        />
        <NumberField
          {...field('withinMonths')}
          label={t('rule.within')}
          description={t('rule.withinHint')}
          min={1}
          max={mostMonths}
        />
      </FieldGrid>
      <CheckboxField {...field('needsAgreement')} label={t('rule.agreement')} />
    </Section>
  );
}

/** What it takes to stay accredited. */
export function UpkeepFields({ field }: FieldsProps) {
  const { t } = useTranslation('trainers');
  return (
    <Section title={t('rule.upkeep')} level={3}>
      <FieldGrid columns={2}>
        <NumberField
          {...field('validityMonths')}
          label={t('rule.validity')}
          description={t('rule.validityHint')}
          min={1}
          max={mostMonths}
        />
        <NumberField
          {...field('editionsAYear')}
          label={t('rule.aYear')}
          description={t('rule.aYearHint')}
          min={0}
          max={mostEditions}
          required
        />
        <SelectField
          {...field('refresherCourseId')}
          label={t('rule.refresher')}
          description={t('rule.refresherHint')}
          options={useCourseOptions()}
          placeholder={t('rule.noCourse')}
          clearable
        />
        <NumberField
          {...field('renewedByEditions')}
          label={t('rule.renewedBy')}
          description={t('rule.renewedByHint')}
          min={1}
          max={mostEditions}
        />
      </FieldGrid>
    </Section>
  );
}

function useCourseOptions() {
  const courses = useQuery(useApi().courses.list.queryOptions());
  return (courses.data ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }));
}
