import { describe, expect, test } from 'vitest';
import type { EnrolmentId, PersonId } from '../../domain/ids.ts';
import { checkLog } from '../../db/change-log/check.ts';
import { all, type Writer } from '../../db/database.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { enrolPeople, removeEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { listHistory } from '../../db/history/history.ts';
import { getCurrentAction, undoAction, type Undoer } from '../../db/history/undo.ts';
import { commitImport } from '../../db/imports.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, removePerson, updatePerson } from '../../db/people.ts';
import { searchPeople } from '../../db/person-search.ts';
import { cancelSession, removeSession, updateSession } from '../../db/sessions.ts';
import { createUser, setPasswordHash, updateUser } from '../../db/users.ts';
import { accepted, createTestCourse, createTestPeople, draftSession, enrolAll } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';
import { readStanding, coordinator, act, createRunning, markAll } from '../support/undoing.ts';

describe('undoing what was done at once', () => {
  test('takes a bulk mark back, the state of the session with it, and can be undone itself', () => {
    const office = createTestOffice();
    const { enrolmentIds, first } = createRunning(office.writer, 4);
    const before = readStanding(office);
    const place = act(office, () => markAll(office.writer, first, enrolmentIds, 'P'));
    const marked = readStanding(office);
    const undone = accepted(undoAction(office.writer, coordinator(office), place));
    expect(undone).toMatchObject({ rows: 4, kept: 0 });
    expect(readStanding(office)).toEqual(before);
    accepted(undoAction(office.writer, coordinator(office), undone));
    expect(readStanding(office)).toEqual(marked);
    expect(checkLog(office.db)).toEqual({ ok: true, problems: [] });
  });

  test('leaves a mark that was corrected since, and the session held for it', () => {
    const office = createTestOffice();
    const { enrolmentIds, first } = createRunning(office.writer, 3);
    const place = act(office, () => markAll(office.writer, first, enrolmentIds, 'P'));
    accepted(markAll(office.writer, first, enrolmentIds.slice(0, 1), 'F'));
    const undone = accepted(undoAction(office.writer, coordinator(office), place));
    expect(undone).toMatchObject({ rows: 2, kept: 1 });
    const marks = readStanding(office)['attendance_mark'];
    expect(marks).toMatchObject([{ enrolment_id: enrolmentIds[0], mark: 'F' }]);
    expect(readStanding(office)['session']).toMatchObject([{ state: 'held' }, { state: 'planned' }]);
  });

  test('puts a mark back that was there before, exactly', () => {
    const office = createTestOffice();
    const { enrolmentIds, first } = createRunning(office.writer, 3);
    accepted(markAll(office.writer, first, enrolmentIds.slice(0, 2), 'F'));
    const before = readStanding(office);
    const place = act(office, () => markAll(office.writer, first, enrolmentIds, 'P'));
    accepted(undoAction(office.writer, coordinator(office), place));
    expect(readStanding(office)).toEqual(before);
  });

  test('gives a person their name back, with its order and in the search', () => {
    const office = createTestOffice();
    const person = createPerson(office.writer, draftPerson({ paternalSurname: 'Zurita' }));
    const before = readStanding(office);
    const draft = draftPerson({ paternalSurname: 'Arnez', phone: '70366443' });
    const place = act(office, () => updatePerson(office.writer, { id: person.id, draft }));
    expect(searchPeople(office.db, { text: 'zurita', limit: 5 })).toEqual([]);
    accepted(undoAction(office.writer, coordinator(office), place));
    expect(readStanding(office)).toEqual(before);
    expect(searchPeople(office.db, { text: 'zurita', limit: 5 })).toHaveLength(1);
    expect(searchPeople(office.db, { text: 'arnez', limit: 5 })).toEqual([]);
  });

  test('brings back who was deleted, and takes back who was registered', () => {
    const office = createTestOffice();
    const empty = readStanding(office);
    const made = act(office, () => createPerson(office.writer, draftPerson({ phone: '70366443' })));
    const id = searchPeople(office.db, { text: 'juana', limit: 1 })[0]?.id ?? ('' as PersonId);
    const before = readStanding(office);
    const removed = act(office, () => removePerson(office.writer, id));
    accepted(undoAction(office.writer, coordinator(office), removed));
    expect(readStanding(office)).toEqual(before);
    accepted(undoAction(office.writer, coordinator(office), made));
    expect(readStanding(office)).toEqual(empty);
    expect(searchPeople(office.db, { text: 'juana', limit: 1 })).toEqual([]);
  });

  test('takes an import back by the same rule as the list of imports, and refuses where it is in use', () => {
    const office = createTestOffice();
    const { editionId, first } = createRunning(office.writer, 2);
    const before = readStanding(office);
    const order = {
      fileName: 'lista.xlsx',
      sheetName: 'Hoja 1',
      editionId,
      rowCount: 2,
      entries: [{ draft: draftPerson({ givenNames: 'Ana' }) }, { draft: draftPerson({ givenNames: 'Luz' }) }],
      role: 'registrar' as const,
    };
    const place = act(office, () => commitImport(office.writer, order));
    const imported = readStanding(office);
    const undone = accepted(undoAction(office.writer, coordinator(office), place));
    expect({ ...readStanding(office), import: [] }).toEqual(before);
    expect(undoAction(office.writer, coordinator(office), place)).toMatchObject({
      refused: 'ALREADY_UNDONE',
    });
    accepted(undoAction(office.writer, coordinator(office), undone));
    expect(readStanding(office)).toEqual(imported);
    const enrolmentId = all<{ id: EnrolmentId }>(
      office.db,
      'SELECT id FROM enrolment WHERE import_id IS NOT NULL ORDER BY id LIMIT 1',
    )[0]?.id;
    accepted(markAll(office.writer, first, enrolmentId === undefined ? [] : [enrolmentId], 'P'));
    expect(undoAction(office.writer, coordinator(office), place)).toEqual({
      refused: 'IMPORT_IN_USE',
      data: { names: ['Ana Pérez Mamani'] },
    });
  });

  test('takes a withdrawal back with whoever moved up, and refuses once the seat is given', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds } = createRunning(office.writer, 3, 2);
    const [leaving] = enrolmentIds;
    if (leaving === undefined) throw new Error('people were enrolled');
    const before = readStanding(office);
    const withdraw = () => withdrawEnrolment(office.writer, { enrolmentId: leaving, reason: 'Viaje' });
    accepted(undoAction(office.writer, coordinator(office), act(office, withdraw)));
    expect(readStanding(office)).toEqual(before);
    const place = act(office, withdraw);
    const [second] = enrolmentIds.slice(1);
    if (second === undefined) throw new Error('two were enrolled');
    // Somebody else leaves, and the seat goes to a newcomer: taking the first withdrawal back would need a third.
    accepted(withdrawEnrolment(office.writer, { enrolmentId: second, reason: 'Trabajo' }));
    enrolAll(office.writer, editionId, createTestPeople(office.writer, ['Zeta, Luz']));
    expect(undoAction(office.writer, coordinator(office), place)).not.toMatchObject({ refused: 'NOT_FOUND' });
    const standing = readStanding(office)['enrolment'] ?? [];
    const seated = standing.filter((row) => (row as { status: string }).status === 'enrolled');
    expect(seated).toHaveLength(2);
  });

  test('refuses to bring an enrolment back beside another of the same person', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, personIds } = createRunning(office.writer, 1);
    const [enrolmentId] = enrolmentIds;
    if (enrolmentId === undefined) throw new Error('one person was enrolled');
    const place = act(office, () => removeEnrolment(office.writer, { enrolmentId }));
    const order = {
      editionId,
      personIds,
      exceptionReason: null,
      prerequisiteReason: null,
      role: 'coordinator',
      importId: null,
    } as const;
    accepted(enrolPeople(office.writer, order));
    const before = readStanding(office);
    expect(undoAction(office.writer, coordinator(office), place)).toMatchObject({
      refused: 'UNDO_IN_USE',
      data: { reason: 'enrolledAgain' },
    });
    expect(readStanding(office)).toEqual(before);
  });

  test('refuses with the names where something rests upon what it would delete', () => {
    const office = createTestOffice();
    const { editionId } = createRunning(office.writer, 1);
    const [personId] = createTestPeople(office.writer, ['Rojas, Ana']);
    if (personId === undefined) throw new Error('one person was made');
    const registered = getCurrentAction(office.db);
    enrolAll(office.writer, editionId, [personId]);
    expect(undoAction(office.writer, coordinator(office), registered)).toMatchObject({
      refused: 'UNDO_IN_USE',
      data: { reason: 'builtUpon', names: ['Ana Rojas'] },
    });
  });

  test('makes two people of one again, with the enrolments and marks of each', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, personIds, first } = createRunning(office.writer, 3);
    const [keptId, goneId] = personIds;
    if (keptId === undefined || goneId === undefined) throw new Error('people were made');
    accepted(markAll(office.writer, first, enrolmentIds, 'P'));
    accepted(closeEdition(office.writer, { editionId, acceptsUnrecorded: true }));
    const before = readStanding(office);
    const merge = { keptId, goneId, fromGone: ['name' as const], enrolments: [] };
    const place = act(office, () => mergePeople(office.writer, merge));
    expect(readStanding(office)).not.toEqual(before);
    const merged = listHistory(office.db, office.user, {
      subject: { of: 'person', personId: keptId },
      userId: null,
      table: null,
      offset: 0,
      limit: 1,
    });
    expect(merged.actions).toMatchObject([{ ...place, mayUndo: true }]);
    accepted(undoAction(office.writer, coordinator(office), place));
    expect(readStanding(office)).toEqual(before);
    expect(checkLog(office.db).problems).toEqual([]);
  });

  test('keeps the rules of editions and sessions', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, first, second } = createRunning(office.writer, 2);
    const marked = act(office, () => markAll(office.writer, first, enrolmentIds, 'P'));
    const moved = act(office, () =>
      updateSession(office.writer, { sessionId: second, draft: draftSession('2026-03-06') }),
    );
    const cancelled = act(office, () =>
      cancelSession(office.writer, { sessionId: first, reason: 'Bloqueo' }),
    );
    expect(undoAction(office.writer, coordinator(office), marked)).toMatchObject({
      refused: 'SESSION_CANCELLED',
    });
    accepted(undoAction(office.writer, coordinator(office), cancelled));
    const beforeClosing = readStanding(office);
    const closed = act(office, () => closeEdition(office.writer, { editionId, acceptsUnrecorded: true }));
    for (const place of [marked, moved]) {
      expect(undoAction(office.writer, coordinator(office), place)).toMatchObject({
        refused: 'EDITION_CLOSED',
      });
    }
    accepted(undoAction(office.writer, coordinator(office), closed));
    expect(readStanding(office)).toEqual(beforeClosing);
  });

  test('never takes back accounts and passwords, nor the last coordinator', () => {
    const office = createTestOffice();
    const user = { name: 'Ana', role: 'coordinator', passwordHash: null, personId: null } as const;
    const made = act(office, () => createUser(office.writer, user));
    const password = act(office, () => setPasswordHash(office.writer, office.user.id, 'hash'));
    expect(undoAction(office.writer, coordinator(office), made)).toMatchObject({
      data: { reason: 'account' },
    });
    expect(undoAction(office.writer, coordinator(office), password)).toMatchObject({
      data: { reason: 'password' },
    });
    const [ana] = all<{ id: typeof office.user.id }>(
      office.db,
      'SELECT id FROM user_account WHERE name = ?',
      'Ana',
    );
    if (ana === undefined) throw new Error('Ana was made');
    const lowered = { ...office.user, role: 'reader' as const, isActive: true };
    accepted(updateUser(office.writer, { ...lowered, id: ana.id, name: 'Ana' }));
    const raised = act(office, () =>
      updateUser(office.writer, { ...lowered, id: ana.id, name: 'Ana', role: 'coordinator' }),
    );
    accepted(updateUser(office.writer, { ...lowered, id: office.user.id }));
    expect(undoAction(office.writer, coordinator(office), raised)).toEqual({
      refused: 'LAST_COORDINATOR',
      data: undefined,
    });
  });

  test('is for whoever may: a trainer their own marks of their own editions, a registrar sessions, a coordinator the rest', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, first, second } = createRunning(office.writer, 1);
    const ana: Writer = { ...office.writer, userId: office.newId() as Writer['userId'] };
    const marks = act(office, () => markAll(office.writer, first, enrolmentIds, 'P'));
    const own = act(office, () => markAll(ana, second, enrolmentIds, 'P'));
    const trainer: Undoer = { user: { id: ana.userId, role: 'trainer' }, ownEditions: new Set([editionId]) };
    expect(undoAction(ana, trainer, marks)).toMatchObject({ refused: 'FORBIDDEN' });
    expect(undoAction(ana, { ...trainer, ownEditions: new Set() }, own)).toMatchObject({
      refused: 'NOT_FOUND',
    });
    accepted(undoAction(ana, trainer, own));
    const registrar: Undoer = { user: { id: ana.userId, role: 'registrar' }, ownEditions: null };
    accepted(undoAction(ana, registrar, marks));
    const removed = act(office, () => removeSession(office.writer, { sessionId: second }));
    accepted(undoAction(ana, registrar, removed));
    const added = act(office, () => createTestCourse(office.writer, { code: 'TEJ', title: 'Tejido' }));
    expect(undoAction(ana, registrar, added)).toMatchObject({
      refused: 'FORBIDDEN',
      data: { needs: 'coordinator' },
    });
    const none = { device: office.writer.deviceId, action: 100_000 };
    expect(undoAction(office.writer, coordinator(office), none)).toMatchObject({ refused: 'NOT_FOUND' });
    const setUp = { device: office.writer.deviceId, action: 1 };
    expect(undoAction(office.writer, coordinator(office), setUp)).toMatchObject({ refused: 'NOT_UNDOABLE' });
  });
});
