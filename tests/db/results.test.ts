import { describe, expect, test } from 'vitest';
import { closeEdition } from '../../db/edition-steps.ts';
import { withdrawEnrolment } from '../../db/enrolling.ts';
import { listResults } from '../../db/results.ts';
import type { EditionId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { gradeEveryone, markRow } from '../support/records.ts';

const dates = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

/** A running edition of five sessions with six seats and seven people. */
function createRunningEdition() {
  const office = createTestOffice();
  const { writer } = office;
  const { id: editionId } = createTestEdition(writer, { capacity: 6 });
  createTestSessions(writer, editionId, dates);
  const people = createTestPeople(writer, [
    'Arce, Ana',
    'Beltrán, Beto',
    'Choque, Cira',
    'Daza, Dina',
    'Ergueta, Elio',
    'Fuentes, Fina',
    'Arancibia, Gabo',
  ]);
  const [ana, beto, cira, dina, elio, fina] = enrolAll(writer, editionId, people);
  if (!ana || !beto || !cira || !dina || !elio || !fina) throw new Error('six were enrolled');
  runEdition(writer, editionId);
  markRow(writer, ana, 'PPPPF');
  markRow(writer, beto, 'PPPPP');
  markRow(writer, cira, 'PPFFF');
  markRow(writer, dina, 'PPFFL');
  markRow(writer, elio, 'P....');
  markRow(writer, fina, 'PPPPP');
  gradeEveryone(writer, [
    [ana, 51],
    [beto, 50],
    [cira, 90],
    [fina, 100],
  ]);
  accepted(withdrawEnrolment(writer, { enrolmentId: elio, reason: 'Viaje' }));
  return { ...office, editionId };
}

describe('the results of an edition', () => {
  test('say of everyone what came of it and why, sorted by surname', () => {
    const { db, writer, editionId } = createRunningEdition();
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: false }));
    const results = accepted(listResults(db, { editionId }));
    expect(
      results.map(({ name, result }) => [
        name,
        result.kind,
        result.reason,
        result.percentSoFar,
        result.grade,
      ]),
    ).toEqual([
      // Gabo moved up when Elio withdrew, and was never marked.
      ['Arancibia, Gabo', 'abandoned', 'missedLastSessions', 0, null],
      ['Arce, Ana', 'approved', 'attendanceAndGradeReached', 80, 51],
      ['Beltrán, Beto', 'failed', 'gradeBelowPassMark', 100, 50],
      ['Choque, Cira', 'abandoned', 'missedLastSessions', 40, 90],
      ['Daza, Dina', 'failed', 'attendanceBelowMinimum', 50, null],
      ['Ergueta, Elio', 'withdrawn', 'withdrawn', 20, null],
      ['Fuentes, Fina', 'approved', 'attendanceAndGradeReached', 100, 100],
    ]);
  });

  test('are open while the edition runs, except where the minimum is out of reach', () => {
    const { db, writer, editionId } = createRunningEdition();
    createTestSessions(writer, editionId, ['2026-03-09']);
    const results = accepted(listResults(db, { editionId }));
    expect(results.map(({ name, result }) => [name, result.kind, result.reason])).toEqual([
      ['Arancibia, Gabo', 'pending', 'stillRunning'],
      ['Arce, Ana', 'pending', 'stillRunning'],
      ['Beltrán, Beto', 'pending', 'stillRunning'],
      ['Choque, Cira', 'failed', 'attendanceOutOfReach'],
      ['Daza, Dina', 'failed', 'attendanceOutOfReach'],
      ['Ergueta, Elio', 'withdrawn', 'withdrawn'],
      ['Fuentes, Fina', 'pending', 'stillRunning'],
    ]);
  });

  test('of an edition that is not there are not found', () => {
    const { db } = createTestOffice();
    expect(listResults(db, { editionId: '0000000000000000000zzz' as EditionId })).toEqual(
      refuse('NOT_FOUND'),
    );
  });
});
