import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../domain/ids.ts';
import type { PeopleMerge } from '../../domain/person-merge.ts';
import { listMarksOf, listScoresOf } from '../support/facts.ts';
import { all, findRow, updateRow } from '../../db/database.ts';
import { createEdition, findEdition } from '../../db/editions.ts';
import { enrolPeople, withdrawEnrolment } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, findPerson, getPerson, removePerson } from '../../db/people.ts';
import { listPersonEditions } from '../../db/person-editions.ts';
import { searchPeople } from '../../db/person-search.ts';
import { digestResults } from '../../db/results-digest.ts';
import { createUser, listUsers } from '../../db/users.ts';
import { createEndedEdition } from '../support/ended-edition.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftEdition,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';
import { gradeEveryone, markRow } from '../support/records.ts';

const merging = (keptId: PersonId, goneId: PersonId, more: Partial<PeopleMerge> = {}): PeopleMerge => ({
  keptId,
  goneId,
  fromGone: [],
  enrolments: [],
  ...more,
});

describe('merging two people', () => {
  test('takes over the chosen fields; consent once given stays given; the other is found by nobody any more', () => {
    const { db, writer } = createTestOffice();
    const enterprise = { name: 'El Horno', trade: 'Panadería', section: null, workers: 2 };
    const kept = createPerson(writer, draftPerson({ phone: '70111111', notes: 'Vieja' }));
    const gone = createPerson(
      writer,
      draftPerson({
        givenNames: 'Juana María',
        idNumber: '1234567',
        phone: '70222222',
        organisationName: 'OTB Sur',
        hasConsented: true,
        enterprise: { ...enterprise, salesBand: null, nit: null, registration: null },
      }),
    );
    const fromGone = ['name', 'identityCard', 'organisation', 'enterprise'] as const;
    const merged = accepted(mergePeople(writer, merging(kept.id, gone.id, { fromGone: [...fromGone] })));
    expect(merged).toMatchObject({
      id: kept.id,
      givenNames: 'Juana María',
      idNumber: '1234567',
      phone: '70111111',
      organisationName: 'OTB Sur',
      notes: 'Vieja',
      hasConsented: true,
      enterprise,
    });
    expect(findPerson(db, gone.id)).toBeNull();
    expect(searchPeople(db, { text: 'juana', limit: 10 }).map(({ id }) => id)).toEqual([kept.id]);
    expect(all(db, 'SELECT 1 FROM enterprise WHERE deleted_at IS NULL')).toHaveLength(1);
  });

  test('leads whoever opens the old record to the kept one, over several mergings', () => {
    const { db, writer } = createTestOffice();
    const [a, b, c] = createTestPeople(writer, ['Rojas, Ana', 'Rojas, Anita', 'Rojas, Ani']);
    if (!a || !b || !c) throw new Error('three were made');
    accepted(mergePeople(writer, merging(b, a)));
    accepted(mergePeople(writer, merging(c, b)));
    expect(accepted(getPerson(db, a)).id).toBe(c);
    expect(listPersonEditions(db, a)).toEqual([]);
  });

  test('refuses who is gone, and one with themselves', () => {
    const { writer } = createTestOffice();
    const [a, b] = createTestPeople(writer, ['Rojas, Ana', 'Rojas, Anita']);
    if (!a || !b) throw new Error('two were made');
    accepted(removePerson(writer, b));
    expect(mergePeople(writer, merging(a, b))).toMatchObject({ refused: 'NOT_FOUND' });
    expect(mergePeople(writer, merging(b, a))).toMatchObject({ refused: 'NOT_FOUND' });
    expect(mergePeople(writer, merging(a, a))).toMatchObject({ refused: 'NOT_FOUND' });
  });

  test('moves enrolments, what they teach, certificates and their user', () => {
    const { db, writer, editionId, zoePerson, zoe, close, issue } = createEndedEdition();
    close();
    accepted(issue([zoe]));
    const { courseId } = findEdition(db, editionId) ?? {};
    if (courseId === undefined) throw new Error('the edition has a course');
    const [kept] = createTestPeople(writer, ['Zapata Rojas, Zoila']);
    if (kept === undefined) throw new Error('one was made');
    const taught = accepted(
      createEdition(
        writer,
        draftEdition(courseId, {
          code: 'PAN-2',
          trainers: [
            { personId: zoePerson, role: 'lead' },
            { personId: kept, role: 'assistant' },
          ],
        }),
      ),
    );
    accepted(createUser(writer, { name: 'Zoe', role: 'trainer', passwordHash: null, personId: zoePerson }));
    const before = digestResults(db, [editionId]);
    accepted(mergePeople(writer, merging(kept, zoePerson)));
    expect(accepted(listPersonEditions(db, kept))).toMatchObject([
      { editionId: taught.id, as: 'trainer' },
      { editionId, as: 'participant', certificates: [{ folio: 'A-2026-0001', revokedOn: null }] },
    ]);
    expect(findEdition(db, taught.id)?.trainers).toMatchObject([{ personId: kept, role: 'lead' }]);
    expect(listUsers(db).find(({ name }) => name === 'Zoe')?.personId).toBe(kept);
    // What was printed stays as it was printed, and nobody's result is another.
    expect(findRow(db, 'SELECT person_name FROM certificate')).toEqual({ person_name: 'Zoe Zapata Rojas' });
    expect(digestResults(db, [editionId])).toEqual(before);
  });
});

describe('merging two people of one edition', () => {
  function enrolBoth() {
    const office = createTestOffice();
    const { writer } = office;
    const { id: editionId } = createTestEdition(writer, { capacity: 2 });
    const sessions = createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03', '2026-03-04']);
    const people = createTestPeople(writer, ['Rojas, Ana', 'Rojas, Anita', 'Soto, Beto']);
    const [kept, gone] = people;
    if (!kept || !gone) throw new Error('three were made');
    const [a, b] = enrolAll(writer, editionId, people);
    if (!a || !b) throw new Error('two were enrolled');
    runEdition(writer, editionId);
    return { ...office, editionId, sessions, kept, gone, a, b };
  }

  test('keeps every fact: what one lacks comes from the other, and who waits gets the free seat', () => {
    const { db, writer, editionId, kept, gone, a, b } = enrolBoth();
    markRow(writer, a, 'P-F');
    markRow(writer, b, 'AP-');
    gradeEveryone(writer, [[b, 70]]);
    accepted(mergePeople(writer, merging(kept, gone)));
    const enrolments = listEnrolments(db, editionId);
    expect(enrolments.map(({ id, personId, status }) => ({ id, personId, status }))).toMatchObject([
      { id: a, personId: kept, status: 'enrolled' },
      { status: 'enrolled' },
    ]);
    expect(listMarksOf(db, a)).toBe('PPF');
    expect(listScoresOf(db, a)).toEqual([70, 70, 70]);
  });

  test('takes the marks that were chosen, and keeps the enrolment that was chosen', () => {
    const { db, writer, sessions, kept, gone, a, b } = enrolBoth();
    markRow(writer, a, 'PPP');
    markRow(writer, b, 'AFL');
    const [first, , third] = sessions;
    if (!first || !third) throw new Error('three sessions were made');
    const takenMarks = [
      { sessionId: first.id, enrolmentId: a },
      { sessionId: third.id, enrolmentId: a },
    ];
    const enrolments = [{ keptId: b, takenMarks, takenGrades: [] }];
    accepted(mergePeople(writer, merging(kept, gone, { enrolments })));
    expect(listMarksOf(db, b)).toBe('PFP');
    expect(findRow(db, 'SELECT person_id FROM enrolment WHERE id = ?', b)).toEqual({ person_id: kept });
  });

  test('keeps the enrolment that counts for more: who withdrew on the one record takes part on the other', () => {
    const { db, writer, editionId, kept, gone, a, b } = enrolBoth();
    accepted(withdrawEnrolment(writer, { enrolmentId: a, reason: 'Viaje' }));
    accepted(mergePeople(writer, merging(kept, gone)));
    expect(listEnrolments(db, editionId)).toMatchObject([
      { id: b, personId: kept, status: 'enrolled', withdrawnReason: null },
      { status: 'enrolled' },
    ]);
  });

  test('is no change of the results of a closed edition unless it changes one', () => {
    const { db, writer, editionId, zoe, zoePerson, close } = createEndedEdition();
    close();
    const [late] = createTestPeople(writer, ['Zapata, Zoe']);
    if (late === undefined) throw new Error('one was made');
    const order = {
      editionId,
      personIds: [late],
      exceptionReason: 'Estuvo',
      prerequisiteReason: null,
      role: 'coordinator',
    } as const;
    accepted(enrolPeople(writer, { ...order, importId: null }));
    const digest = () =>
      findRow<{ results_digest: string }>(db, 'SELECT results_digest FROM edition WHERE id = ?', editionId);
    const now = () => ({ results_digest: digestResults(db, [editionId]).get(editionId) });
    expect(digest()).toEqual(now());
    accepted(mergePeople(writer, merging(zoePerson, late)));
    expect(digest()).toEqual(now());
    updateRow(writer, 'grade', { enrolment_id: zoe }, { score: 10 });
    expect(digest()).not.toEqual(now());
  });
});
