import { useTranslation } from 'react-i18next';
import { type Enrolment, hasLeft, holdsSeat } from '../../../domain/enrolment.ts';
import { Segments } from '../../ui/segments.tsx';
import { type Shown, shownSchema } from './participants-search.ts';
import type { Missing } from './use-missing.ts';

/** Whether somebody belongs to what is shown. */
export function isShown(enrolment: Enrolment, shown: Shown, missing: Missing): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'seated':
      return holdsSeat(enrolment.status);
    case 'left':
      return hasLeft(enrolment.status);
    case 'lacking':
      return isUnexcused(enrolment, missing);
    case 'waiting':
    case 'requested':
      return enrolment.status === shown;
  }
}

/** They are in the edition, or want to be, without what the course asks for and without a word for it. */
export function isUnexcused({ personId, status, prerequisiteReason }: Enrolment, missing: Missing): boolean {
  return !hasLeft(status) && prerequisiteReason === null && missing.has(personId);
}

interface ParticipantFiltersProps {
  enrolments: readonly Enrolment[];
  missing: Missing;
  value: Shown;
  onChange(shown: Shown): void;
}

/** How people stand, with their numbers; what nobody is can only be chosen while it is. */
export function ParticipantFilters({ enrolments, missing, value, onChange }: ParticipantFiltersProps) {
  const { t } = useTranslation('editions');
  const options = shownSchema.options.map((shown) => ({
    shown,
    count: enrolments.filter((one) => isShown(one, shown, missing)).length,
  }));
  return (
    <Segments
      label={t('shown.label')}
      value={value}
      options={options
        .filter(({ shown, count }) => shown === 'all' || shown === value || count > 0)
        .map(({ shown, count }) => ({ value: shown, label: `${t(`shown.${shown}`)} ${count}` }))}
      onChange={(chosen) => onChange(shownSchema.parse(chosen))}
    />
  );
}
