import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnrolmentId, PersonId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { checkLog } from '../../db/change-log/check.ts';
import { markAttendance } from '../../db/attendance.ts';
import { enrolPeople, withdrawEnrolment } from '../../db/enrolling.ts';
import { listAssessments, recordGrades } from '../../db/grades.ts';
import { listHistory } from '../../db/history/history.ts';
import { getCurrentAction, undoAction } from '../../db/history/undo.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, updatePerson } from '../../db/people.ts';
import { updateSession } from '../../db/sessions.ts';
import { accepted, draftSession } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';
import { readStanding, coordinator, createRunning, markAll } from '../support/undoing.ts';

/** What people do, by numbers that choose whom and what. */
type Step = readonly [kind: number, who: number, what: number];

const merging = 7;

function doStep(
  office: TestOffice,
  running: ReturnType<typeof createRunning>,
  [kind, who, what]: Step,
): unknown {
  const { writer } = office;
  const { enrolmentIds, personIds, editionId, first, second } = running;
  const sessionId = what % 2 === 0 ? first : second;
  const enrolmentId = enrolmentIds[who % enrolmentIds.length] ?? ('' as EnrolmentId);
  const id = personIds[who % personIds.length] ?? ('' as PersonId);
  const mark = (['P', 'A', 'F', 'L', null] as const)[what % 5] ?? null;
  switch (kind % 9) {
    case 0:
      return markAttendance(writer, { changes: [{ sessionId, enrolmentId, mark }] });
    case 1:
      return markAll(writer, sessionId, enrolmentIds, 'P');
    case 2:
      return updatePerson(writer, { id, draft: draftPerson({ phone: `7000000${what % 10}` }) });
    case 3:
      return withdrawEnrolment(writer, { enrolmentId, reason: `Motivo ${what}` });
    case 4:
      return updateSession(writer, { sessionId, draft: draftSession(`2026-03-${10 + (what % 10)}`) });
    case 5: {
      const [assessment] = listAssessments(office.db, editionId);
      if (assessment === undefined) throw new Error('a graded course has assessments');
      return recordGrades(writer, {
        changes: [{ assessmentId: assessment.id, enrolmentId, score: what % 101 }],
      });
    }
    case 6:
      return createPerson(writer, draftPerson({ givenNames: `Nueva ${what}` }));
    case merging: {
      const goneId = personIds[what % personIds.length] ?? ('' as PersonId);
      return mergePeople(writer, { keptId: id, goneId, fromGone: ['phone'], enrolments: [] });
    }
    default:
      return enrolPeople(writer, {
        editionId,
        personIds: [id],
        exceptionReason: null,
        prerequisiteReason: null,
        role: 'coordinator',
        importId: null,
      });
  }
}

describe('any work', () => {
  const counts = { undone: 0, unmerged: 0, earlier: 0, refused: 0 };

  test('whose last action is undone is as it was before that action, and again as after it when that is undone', () => {
    const step = fc.tuple(fc.nat(8), fc.nat(20), fc.nat(200));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }), (steps) => {
        const office = createTestOffice();
        const running = createRunning(office.writer, 5, 4);
        let before = readStanding(office);
        let place = getCurrentAction(office.db);
        let isMerged = false;
        for (const each of steps) {
          office.passTime(1000);
          const state = readStanding(office);
          if (isRefusal(doStep(office, running, each))) continue;
          const done = getCurrentAction(office.db);
          if (JSON.stringify(state) === JSON.stringify(readStanding(office))) continue;
          before = state;
          place = done;
          isMerged = each[0] === merging;
          counts.undone += 1;
        }
        const last = readStanding(office);
        if (JSON.stringify(last) === JSON.stringify(before)) return;
        const undone = accepted(undoAction(office.writer, coordinator(office), place));
        expect(readStanding(office)).toEqual(before);
        accepted(undoAction(office.writer, coordinator(office), undone));
        expect(readStanding(office)).toEqual(last);
        counts.unmerged += Number(isMerged);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(counts.undone).toBeGreaterThan(300);
    expect(counts.unmerged).toBeGreaterThan(5);
  });

  test('has earlier actions undone column for column, or refused with nothing changed', () => {
    const step = fc.tuple(fc.nat(8), fc.nat(20), fc.nat(200));
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }),
        fc.nat(13),
        (steps, choice) => {
          const office = createTestOffice();
          const running = createRunning(office.writer, 5, 4);
          const places = steps.flatMap((each) => {
            office.passTime(1000);
            return isRefusal(doStep(office, running, each)) ? [] : [getCurrentAction(office.db)];
          });
          const place = places[choice % Math.max(1, places.length)];
          if (place === undefined) return;
          const before = readStanding(office);
          const outcome = undoAction(office.writer, coordinator(office), place);
          if (isRefusal(outcome)) {
            counts.refused += 1;
            expect(readStanding(office)).toEqual(before);
            return;
          }
          counts.earlier += 1;
          const { actions } = listHistory(office.db, office.user, {
            subject: { of: 'edition', editionId: running.editionId },
            userId: null,
            table: null,
            offset: 0,
            limit: 200,
          });
          const undone = actions.find(({ action }) => action === place.action);
          // What had been written at once stands nowhere any more, unless it is what the session's marks say.
          const stands = undone?.entries.filter((entry) => entry.stands && entry.table !== 'session') ?? [];
          expect(stands.filter(({ verb }) => verb !== 'created')).toEqual([]);
          expect(checkLog(office.db).problems).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 8 },
    );
    expect(counts.earlier).toBeGreaterThan(60);
    expect(counts.refused).toBeGreaterThan(5);
  });
});
