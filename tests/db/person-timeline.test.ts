import { expect, test } from 'vitest';
import { listPersonEditions } from '../../db/person-editions.ts';
import { listPersonEvents } from '../../db/person-events.ts';
import { insertRow } from '../../db/database.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, insertPerson } from '../../db/people.ts';
import { findResults } from '../../db/results.ts';
import { withdrawEnrolment } from '../../db/enrolling.ts';
import { accepted } from '../support/edition.ts';
import { createEndedEdition } from '../support/ended-edition.ts';
import { draftPerson } from '../support/person.ts';
import { createTestCascade, say } from '../support/trainers.ts';
import { createTestOffice } from '../support/office.ts';

test('everyone’s result on their own page is that of the edition, with the same reason', () => {
  const { db, editionId, close } = createEndedEdition();
  close();
  const results = findResults(db, editionId) ?? [];
  let compared = 0;
  for (const { enrolment, result } of results) {
    const [edition] = accepted(listPersonEditions(db, enrolment.personId));
    if (enrolment.status === 'waiting') expect(edition?.result).toBeNull();
    else {
      expect(edition?.result).toEqual(result);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(3);
});

test('who withdrew keeps the reason', () => {
  const { db, writer, zoe, zoePerson } = createEndedEdition();
  accepted(withdrawEnrolment(writer, { enrolmentId: zoe, reason: 'Cambió de trabajo' }));
  expect(listPersonEditions(db, zoePerson)).toMatchObject([
    { enrolmentStatus: 'withdrawn', withdrawnReason: 'Cambió de trabajo' },
  ]);
});

test('what was said and seen of a trainer, whom they were merged with and the list they came with, the latest first', () => {
  const { db, writer, setDay } = createTestOffice();
  const { bread } = createTestCascade(writer);
  const importId = writer.newId();
  insertRow(writer, 'import', {
    id: importId,
    file_name: 'lista.xlsx',
    sheet_name: 'Hoja1',
    row_count: 1,
    created_count: 1,
    matched_count: 0,
    enrolled_count: 0,
    waiting_count: 0,
  });
  const id = insertPerson(writer, draftPerson(), importId as Parameters<typeof insertPerson>[2]);
  say(writer, bread.id, { personId: id, word: 'accredited', on: '2026-04-01' });
  insertRow(writer, 'observation', {
    id: writer.newId(),
    person_id: id,
    course_id: bread.id,
    edition_id: null,
    observed_on: '2026-05-01',
    observer: 'Lic. Soto',
    score: 85,
    remarks: 'Explica con calma',
  });
  setDay('2026-06-01');
  const twin = createPerson(writer, draftPerson({ givenNames: 'Juanita' }));
  accepted(mergePeople(writer, { keptId: id, goneId: twin.id, fromGone: [], enrolments: [] }));
  expect(listPersonEvents(db, id)).toEqual([
    { what: 'merged', on: '2026-06-01', name: 'Pérez Mamani, Juanita' },
    {
      what: 'observed',
      on: '2026-05-01',
      courseTitle: 'Panadería',
      observer: 'Lic. Soto',
      score: 85,
      remarks: 'Explica con calma',
    },
    expect.objectContaining({
      what: 'said',
      on: '2026-04-01',
      word: 'accredited',
      courseTitle: 'Panadería',
      by: null,
    }),
    { what: 'registered', on: '2026-03-02', fileName: 'lista.xlsx' },
  ]);
  expect(listPersonEvents(db, twin.id)).toEqual(listPersonEvents(db, id));
});
