import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CourseId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';

const hueCount = 8;

/** The colour of each course, 1 to 8: by their age, so that a new course changes no other's. */
export function useCourseHues(): ReadonlyMap<CourseId, number> {
  const courses = useQuery(useApi().courses.list.queryOptions()).data;
  return useMemo(() => {
    const ids = (courses ?? []).map(({ id }) => id).toSorted();
    return new Map(ids.map((id, index) => [id, (index % hueCount) + 1]));
  }, [courses]);
}
