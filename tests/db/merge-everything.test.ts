import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../domain/ids.ts';
import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import { comparePeople } from '../../db/conflicts/compare-people.ts';
import { all, insertRow, type ReadableDb } from '../../db/database.ts';
import { createEdition } from '../../db/editions.ts';
import { enrolPeople } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { undoAction } from '../../db/history/undo.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { insertPerson } from '../../db/people.ts';
import { createUser } from '../../db/users.ts';
import { accepted, createTestPeople, draftEdition } from '../support/edition.ts';
import { createEndedEdition } from '../support/ended-edition.ts';
import { listMarksOf, listScoresOf } from '../support/facts.ts';
import { draftPerson } from '../support/person.ts';
import { gradeEveryone, markRow } from '../support/records.ts';
import { say } from '../support/trainers.ts';
import { act, coordinator } from '../support/undoing.ts';

/** Zoe twice, with everything that can be recorded of somebody under each of both records. */
function recordTwice() {
  const office = createEndedEdition();
  const { writer, editionId, edition, zoePerson: kept, zoe } = office;
  const { courseId } = edition;
  const enterprise = { name: 'El Horno', trade: 'Panadería', section: null, workers: 2 } as const;
  const gone = insertPerson(
    writer,
    draftPerson({
      givenNames: 'Zoé',
      paternalSurname: 'Sapata',
      maternalSurname: 'Rojas',
      idNumber: '12336143',
      organisationName: 'OTB Sur',
      enterprise: { ...enterprise, salesBand: null, nit: null, registration: null },
    }),
    null,
  );
  const order = {
    editionId,
    personIds: [gone],
    exceptionReason: 'Estuvo',
    prerequisiteReason: null,
    role: 'coordinator',
  } as const;
  accepted(enrolPeople(writer, { ...order, importId: null }));
  const second = listEnrolments(office.db, editionId).find(({ personId }) => personId === gone);
  if (second === undefined) throw new Error('she was enrolled twice');
  markRow(writer, second.id, 'AP');
  gradeEveryone(writer, [[second.id, 70]]);
  office.close();
  accepted(office.issue([zoe, second.id]));
  const [learner] = createTestPeople(writer, ['Mamani, Lía']);
  if (learner === undefined) throw new Error('one was made');
  for (const [code, trainers] of [
    [
      'PAN-2',
      [
        { personId: gone, role: 'lead' as const },
        { personId: kept, role: 'assistant' as const },
      ],
    ],
    ['PAN-3', [{ personId: gone, role: 'assistant' as const }]],
  ] as const) {
    accepted(createEdition(writer, draftEdition(courseId, { code, trainers: [...trainers] })));
  }
  for (const personId of [kept, gone]) {
    say(writer, courseId, { personId, word: 'accredited', on: '2026-03-01' });
    const stated = {
      course_id: courseId,
      level: 'trainer',
      word: 'accredited',
      said_on: '2026-03-02',
      reason: null,
    };
    insertRow(writer, 'accreditation_word', {
      id: writer.newId(),
      person_id: learner,
      accredited_by: personId,
      ...stated,
    });
    const seen = { course_id: courseId, edition_id: editionId, observed_on: '2026-03-03', observer: 'Rosa' };
    insertRow(writer, 'observation', {
      id: writer.newId(),
      person_id: personId,
      ...seen,
      score: 80,
      remarks: null,
    });
  }
  accepted(createUser(writer, { name: 'Zoe', role: 'trainer', passwordHash: null, personId: gone }));
  return { ...office, kept, gone, second: second.id };
}

const stamps = new Set(['created_at', 'created_by', 'created_on', 'changed_at', 'changed_by', 'changed_on']);

/** Every row that stands in any table, whole but for who stamped it when. */
function readWhole(db: ReadableDb): Record<string, unknown[]> {
  return Object.fromEntries(
    [...readTravellingTables(db.handle).values()].map(({ name, key }) => [
      name,
      all(
        db,
        `SELECT * FROM ${name} WHERE deleted_at IS NULL ORDER BY ${key.map((each) => each.name).join()}`,
      ).map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !stamps.has(column)))),
    ]),
  );
}

/** Which columns point to people, and how many standing rows of each to this one. */
function countPointers(db: ReadableDb, id: PersonId): Record<string, number> {
  const pointers = [...readTravellingTables(db.handle).values()].flatMap(({ name, parents }) =>
    parents.flatMap(({ table, columns }) =>
      table === 'person' ? columns.map((column) => ({ name, column })) : [],
    ),
  );
  return Object.fromEntries(
    pointers.map(({ name, column }) => [
      `${name}.${column}`,
      all(db, `SELECT 1 FROM ${name} WHERE ${column} = ? AND deleted_at IS NULL`, id).length,
    ]),
  );
}

describe('merging two people of whom everything is recorded', () => {
  test('leaves nothing behind, in whatever table points to people', () => {
    const { db, writer, kept, gone } = recordTwice();
    const [ofKept, ofGone] = [countPointers(db, kept), countPointers(db, gone)];
    // A table that points to people is furnished above: what is not there cannot be seen to be kept.
    const furnished = Object.keys(ofGone).filter((pointer) => (ofGone[pointer] ?? 0) > 0);
    expect(furnished).toEqual(Object.keys(ofGone).filter((pointer) => pointer !== 'person.merged_into'));
    accepted(mergePeople(writer, { keptId: kept, goneId: gone, fromGone: ['enterprise'], enrolments: [] }));
    const isMerged = new Set(['enrolment.person_id', 'trainer_assignment.person_id', 'enterprise.person_id']);
    for (const [pointer, count] of Object.entries(countPointers(db, kept))) {
      if (isMerged.has(pointer)) continue;
      expect([pointer, count]).toEqual([pointer, (ofKept[pointer] ?? 0) + (ofGone[pointer] ?? 0)]);
    }
    expect(Object.values(countPointers(db, gone)).every((count) => count === 0)).toBe(true);
  });

  test('shows which mark differs in which session, and keeps both certificates, the stronger role and every grade', () => {
    const { db, writer, editionId, kept, gone, zoe, second } = recordTwice();
    const { editions } = accepted(comparePeople(db, [kept, gone]));
    expect(editions).toMatchObject([
      {
        editionId,
        differences: [
          {
            of: 'mark',
            date: '2026-03-02',
            values: [
              { enrolmentId: zoe, mark: 'P' },
              { enrolmentId: second, mark: 'A' },
            ],
          },
          { of: 'grade' },
          { of: 'grade' },
          { of: 'grade' },
        ],
      },
    ]);
    accepted(mergePeople(writer, { keptId: kept, goneId: gone, fromGone: [], enrolments: [] }));
    expect(listMarksOf(db, zoe)).toBe('PP');
    expect(listMarksOf(db, second)).toBe('AP');
    expect(listScoresOf(db, zoe)).toEqual([90, 90, 90]);
    const held = all(
      db,
      'SELECT person_id, enrolment_id, folio, person_name FROM certificate ORDER BY number',
    );
    expect(held).toMatchObject([
      { person_id: kept, enrolment_id: zoe, person_name: 'Zoé Sapata Rojas' },
      { person_id: kept, enrolment_id: zoe, person_name: 'Zoe Zapata Rojas' },
    ]);
    const taught = `SELECT e.code, t.role FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
      WHERE t.person_id = ? AND t.deleted_at IS NULL ORDER BY e.code`;
    expect(all(db, taught, kept)).toEqual([
      { code: 'PAN-2', role: 'lead' },
      { code: 'PAN-3', role: 'assistant' },
    ]);
  });

  test('is taken back exactly, whichever of both was kept', () => {
    for (const isOtherWay of [false, true]) {
      const office = recordTwice();
      const [keptId, goneId] = isOtherWay ? [office.gone, office.kept] : [office.kept, office.gone];
      const before = readWhole(office.db);
      const place = act(office, () =>
        mergePeople(office.writer, { keptId, goneId, fromGone: ['name', 'enterprise'], enrolments: [] }),
      );
      const merged = readWhole(office.db);
      expect(merged).not.toEqual(before);
      const undone = accepted(undoAction(office.writer, coordinator(office), place));
      expect(readWhole(office.db)).toEqual(before);
      accepted(undoAction(office.writer, coordinator(office), undone));
      expect(readWhole(office.db)).toEqual(merged);
    }
  });
});
