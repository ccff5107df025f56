import { NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasLeft } from '../../../domain/enrolment.ts';
import type { EditionId, EnrolmentId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';

/** Whose forms are printed filled in: everyone's, nobody's, or one person's. */
export type FormsOf = 'everyone' | 'nobody' | EnrolmentId;

export interface FormChoice {
  of: FormsOf;
  blankForms: number;
}

const mostBlankForms = 100;

interface FormSettingsProps {
  editionId: EditionId;
  choice: FormChoice;
  onChoice(choice: FormChoice): void;
}

/** The choices of the form of enrolment: whose, and how many to be filled in by hand. */
export function FormSettings({ editionId, choice, onChoice }: FormSettingsProps) {
  const { t } = useTranslation('documents');
  const enrolments = useQuery(useApi().enrolments.list.queryOptions({ input: { editionId } })).data ?? [];
  const standing = enrolments.filter(({ status, id }) => !hasLeft(status) || id === choice.of);
  const toFormsOf = (value: string): FormsOf =>
    value === 'nobody' ? 'nobody' : (standing.find(({ id }) => id === value)?.id ?? 'everyone');
  return (
    <>
      <NativeSelect
        label={t('forms.of')}
        value={choice.of}
        onChange={(event) => onChoice({ ...choice, of: toFormsOf(event.currentTarget.value) })}
        data={[
          { value: 'everyone', label: t('forms.everyone') },
          { value: 'nobody', label: t('forms.nobody') },
          ...standing.map((one) => ({ value: one.id, label: surnamesFirst(one) })),
        ]}
      />
      <NumberInput
        label={t('forms.blank')}
        description={t('forms.blankWhy')}
        value={choice.blankForms}
        min={0}
        max={mostBlankForms}
        clampBehavior="strict"
        allowDecimal={false}
        onChange={(value) => {
          if (typeof value === 'number') onChoice({ ...choice, blankForms: value });
        }}
      />
    </>
  );
}
