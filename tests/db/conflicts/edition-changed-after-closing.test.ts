import { describe, expect, test } from 'vitest';
import { findRow } from '../../../db/database.ts';
import { closeEdition, moveEdition } from '../../../db/edition-steps.ts';
import { issueCertificates, revokeCertificate } from '../../../db/certificate-issuing.ts';
import { listResults } from '../../../db/results.ts';
import { decideOn, findOnBoth, listOn, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { seal } from '../../support/ended-edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc } from '../../support/other-pc.ts';
import { markRow } from '../../support/records.ts';

/** An edition of attendance alone: Ana came twice, Beto once; the office closes it while the laptop is away. */
function closeApart() {
  const office = createTestOffice();
  const { writer } = office;
  const { id: editionId } = createTestEdition(writer, {}, { passMark: null });
  createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03']);
  const [ana, beto] = enrolAll(writer, editionId, createTestPeople(writer, ['Rojas, Ana', 'Soto, Beto']));
  if (!ana || !beto) throw new Error('two were enrolled');
  runEdition(writer, editionId);
  markRow(writer, ana, 'PP');
  markRow(writer, beto, 'PF');
  const laptop = addPc(office);
  office.passTime(1000);
  accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
  return { office, laptop, editionId, ana, beto };
}

type Started = ReturnType<typeof closeApart>;
const kinds = ({ db }: Started['office'], editionId: Started['editionId']) =>
  accepted(listResults(db, { editionId })).map(({ name, result }) => [name, result.kind]);

describe('an edition closed on one PC', () => {
  test('is as it was closed while nothing arrives that changes a result', () => {
    const { office, laptop, ana } = closeApart();
    markRow(laptop.writer, ana, 'PA');
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('and marked on another: whose result changes is shown, before and after', () => {
    const { office, laptop, beto, ana } = closeApart();
    // Even where the laptop's clock was behind, so that its mark is older than the closing.
    office.passTime(-3_600_000);
    markRow(laptop.writer, beto, 'PP');
    markRow(laptop.writer, ana, 'PF');
    expect(findOnBoth('editionChangedAfterClosing', office, laptop)).toMatchObject({
      choices: ['acceptResults', 'reopen'],
      status: 'closed',
      changes: [
        { name: 'Rojas, Ana', before: { kind: 'approved' }, after: { kind: 'failed' } },
        { name: 'Soto, Beto', before: { kind: 'failed' }, after: { kind: 'approved' } },
      ],
    });
  });

  test('gets its new results accepted by who coordinates', () => {
    const { office, laptop, editionId, beto } = closeApart();
    markRow(laptop.writer, beto, 'PP');
    const conflict = findOnBoth('editionChangedAfterClosing', office, laptop);
    const resolution = { choice: 'acceptResults' } as const;
    expect(decideOn(laptop, conflict, resolution, 'registrar')).toMatchObject({
      refused: 'COORDINATOR_NEEDED',
    });
    resolveOn(laptop, conflict, resolution);
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(kinds(office, editionId)).toEqual([
      ['Rojas, Ana', 'approved'],
      ['Soto, Beto', 'approved'],
    ]);
  });

  test('or is reopened, and runs again on both', () => {
    const { office, laptop, editionId, beto } = closeApart();
    markRow(laptop.writer, beto, 'PP');
    resolveOn(office, findOnBoth('editionChangedAfterClosing', office, laptop), { choice: 'reopen' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    const sql = 'SELECT status, closed_at, results_digest FROM edition WHERE id = ?';
    expect(findRow(laptop.db, sql, editionId)).toEqual({
      status: 'running',
      closed_at: null,
      results_digest: null,
    });
  });

  test('is not reopened once certificates were issued: those that no longer hold are named', () => {
    const { office, laptop, editionId, ana } = closeApart();
    accepted(issueCertificates(office.writer, { editionId, enrolmentIds: null }, seal));
    office.passTime(1000);
    markRow(laptop.writer, ana, 'FF');
    const conflict = findOnBoth('editionChangedAfterClosing', office, laptop);
    expect(conflict).toMatchObject({ choices: ['acceptResults'], certificates: 1 });
    const [change] = conflict.changes;
    expect(change?.certificates).toMatchObject([{ folio: 'A-2026-0001', isEarned: false }]);
    const [certificate] = change?.certificates ?? [];
    if (certificate === undefined) throw new Error('one was issued');
    const order = { id: certificate.certificateId, reason: 'No asistió', reissue: false };
    accepted(revokeCertificate(office.writer, order, seal));
    resolveOn(office, conflict, { choice: 'acceptResults' });
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('where someone was enrolled meanwhile: accepted, they have completed it', () => {
    const { office, laptop, editionId } = closeApart();
    const [late] = enrolAll(laptop.writer, editionId, createTestPeople(laptop.writer, ['Tapia, Cira']));
    if (late === undefined) throw new Error('one was enrolled');
    markRow(laptop.writer, late, 'PP');
    const conflict = findOnBoth('editionChangedAfterClosing', office, laptop);
    expect(conflict.changes).toMatchObject([
      { name: 'Tapia, Cira', before: null, after: { kind: 'approved' } },
    ]);
    resolveOn(office, conflict, { choice: 'acceptResults' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findRow(laptop.db, 'SELECT status FROM enrolment WHERE id = ?', late)).toEqual({
      status: 'completed',
    });
  });

  test.each([
    ['acceptResults', 'closed'],
    ['reopen', 'cancelled'],
  ] as const)('and moved on another that knew nothing of it: %s leaves it %s', (choice, status) => {
    const { office, laptop, editionId } = closeApart();
    office.passTime(1000);
    accepted(moveEdition(laptop.writer, { editionId, to: 'cancelled' }));
    const conflict = findOnBoth('editionChangedAfterClosing', office, laptop);
    expect(conflict).toMatchObject({ status: 'cancelled', changes: [] });
    resolveOn(laptop, conflict, { choice });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findRow(office.db, 'SELECT status FROM edition WHERE id = ?', editionId)).toEqual({ status });
  });

  test('is looked at anew after every write, also one that was taken back', () => {
    const { office, laptop, beto } = closeApart();
    expect(listOn(office)).toEqual([]);
    const takenBack = () =>
      office.db.handle.transaction(() => {
        office.db.handle.prepare("UPDATE attendance_mark SET mark = 'P', changed_at = changed_at + 1").run();
        expect(listOn(office)).toHaveLength(1);
        throw new Error('taken back');
      })();
    expect(takenBack).toThrow('taken back');
    expect(listOn(office)).toEqual([]);
    markRow(laptop.writer, beto, 'PP');
    expect(listOnBoth(office, laptop)).toHaveLength(1);
  });
});
