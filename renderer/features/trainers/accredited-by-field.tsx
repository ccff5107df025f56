import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayLead } from '../../../domain/accreditation.ts';
import type { CourseId, PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';

interface AccreditedByFieldProps {
  name: string;
  courseId: CourseId;
  /** Nobody accredits themselves. */
  personId: PersonId | null;
}

/** The master trainer who accredits; left open, it is the coordinator, who says why. */
export function AccreditedByField({ name, courseId, personId }: AccreditedByFieldProps) {
  const { t } = useTranslation('trainers');
  const { can } = useSession();
  const masters = useMasterTrainers(courseId).filter((master) => master.value !== personId);
  if (masters.length === 0) return null;
  return (
    <SelectField
      name={name}
      label={t('word.accreditedBy')}
      options={masters}
      placeholder={t(can('coordinator') ? 'word.byCoordinator' : 'common:choose')}
      clearable
    />
  );
}

/** Who may accredit others for a course today. */
export function useMasterTrainers(courseId: CourseId | null) {
  const list = useQuery(useApi().trainers.list.queryOptions({ input: { courseId } }));
  return (list.data ?? [])
    .filter((line) => line.level === 'masterTrainer' && mayLead(line.state.status))
    .map(({ personId, name }) => ({ value: personId, label: name }));
}
