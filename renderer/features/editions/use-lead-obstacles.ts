import { skipToken, useQuery } from '@tanstack/react-query';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CourseId, PersonId } from '../../../domain/ids.ts';
import type { LeadObstacle } from '../../../domain/leading.ts';
import { useApi } from '../../lib/api.tsx';

interface Asked {
  courseId: CourseId;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  personIds: PersonId[];
}

const none: readonly LeadObstacle[] = [];

/** Who of those who lead, or are to lead, may do so only by a coordinator's word; nobody while there is nothing to ask. */
export function useLeadObstacles(asked: Asked | null): readonly LeadObstacle[] {
  const input = asked === null || asked.personIds.length === 0 ? skipToken : asked;
  const query = useQuery(
    useApi().trainers.leadObstacles.queryOptions({ input, placeholderData: (former) => former }),
  );
  return query.data ?? none;
}
