import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttendanceMark } from '../../../domain/attendance.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { computeResult, hasMissedLastSessions, type Result } from '../../../domain/result.ts';
import { useApi } from '../../lib/api.tsx';

export interface FinalResult {
  readonly enrolment: Enrolment;
  readonly result: Result;
}

/** Everyone's result as it is, or would be, once the edition is closed: what is not recorded counts as missed. */
export function useFinalResults({ id: editionId, minimumAttendance, passMark }: Edition) {
  const api = useApi();
  const input = { editionId };
  const grid = useQuery(api.attendance.grid.queryOptions({ input }));
  const grades = useQuery(api.grades.table.queryOptions({ input }));
  const results = useMemo((): readonly FinalResult[] => {
    if (grid.data === undefined || grades.data === undefined) return [];
    const { sessions, enrolments, marks } = grid.data;
    const gradeOf = new Map(grades.data.finalGrades.map(({ enrolmentId, grade }) => [enrolmentId, grade]));
    const marksOf = Map.groupBy(marks, ({ enrolmentId }) => enrolmentId);
    return enrolments.map((enrolment) => {
      const own = marksOf.get(enrolment.id) ?? [];
      const bySession = new Map<SessionId, AttendanceMark>(
        own.map(({ sessionId, mark }) => [sessionId, mark]),
      );
      const result = computeResult({
        enrolmentStatus: enrolment.status,
        share: enrolment.share,
        missedLastSessions: hasMissedLastSessions(sessions, bySession),
        grade: gradeOf.get(enrolment.id) ?? null,
        minimumAttendance,
        passMark,
        isFinal: true,
      });
      return { enrolment, result };
    });
  }, [grid.data, grades.data, minimumAttendance, passMark]);
  return { grid, grades, results };
}
