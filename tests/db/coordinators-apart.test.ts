import { describe, expect, test } from 'vitest';
import type { UserId } from '../../domain/ids.ts';
import type { Role } from '../../domain/role.ts';
import { updateRow } from '../../db/database.ts';
import { findStandIn, listCoordinators } from '../../db/coordinators.ts';
import { undoAction } from '../../db/history/undo.ts';
import { createUser, findUser, listUsers, updateUser } from '../../db/users.ts';
import { accepted } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { addPc, exchange } from '../support/other-pc.ts';

type Change = { role: Role; isActive: boolean };

function change({ db, writer }: TestOffice, id: UserId, to: Change) {
  const { name = '', personId = null } = findUser(db, id) ?? {};
  return updateUser(writer, { id, name, personId, ...to });
}

/** Rosa and Luz coordinate, Tito registers; a second PC begins from a copy. */
function startTwo() {
  const office = createTestOffice();
  const add = (name: string, role: Role) =>
    accepted(createUser(office.writer, { name, role, passwordHash: null, personId: null })).id;
  const luz = add('Luz', 'coordinator');
  const tito = add('Tito', 'registrar');
  return { office, laptop: addPc(office), rosa: office.user.id, luz, tito };
}

/** Here Luz is shut out, there Rosa is made a registrar, some moments later; then both know of both. */
function putOutApart() {
  const started = startTwo();
  const { office, laptop, rosa, luz } = started;
  accepted(change(office, luz, { role: 'coordinator', isActive: false }));
  office.passTime(1000);
  accepted(change(laptop, rosa, { role: 'registrar', isActive: true }));
  exchange(office, laptop);
  return started;
}

describe('two coordinators who put each other out apart', () => {
  test('leave the one who was a coordinator last, the same on both PCs', () => {
    const { office, laptop, rosa, luz } = putOutApart();
    for (const { db } of [office, laptop]) {
      expect(findUser(db, rosa)).toMatchObject({ role: 'coordinator', isActive: true, standsIn: true });
      expect(findUser(db, luz)).toMatchObject({ role: 'coordinator', isActive: false, standsIn: false });
      expect(listUsers(db).filter(({ standsIn }) => standsIn)).toHaveLength(1);
      expect(listCoordinators(db)).toEqual([rosa]);
    }
  });

  test('leave a coordinator who is the last one: they cannot be put out', () => {
    const { office, rosa } = putOutApart();
    for (const to of [
      { role: 'registrar', isActive: true },
      { role: 'coordinator', isActive: false },
    ] as const)
      expect(change(office, rosa, to)).toMatchObject({ refused: 'LAST_COORDINATOR' });
  });

  test('leave one until another is named', () => {
    const { office, laptop, rosa, tito } = putOutApart();
    accepted(change(office, tito, { role: 'coordinator', isActive: true }));
    exchange(office, laptop);
    for (const { db } of [office, laptop]) {
      expect(listCoordinators(db)).toEqual([tito]);
      expect(findUser(db, rosa)).toMatchObject({ role: 'registrar', isActive: true, standsIn: false });
    }
  });

  test('leave one who is a coordinator again as soon as that is said of them', () => {
    const { office, laptop, rosa, luz } = putOutApart();
    accepted(change(office, rosa, { role: 'coordinator', isActive: true }));
    accepted(change(office, luz, { role: 'coordinator', isActive: true }));
    exchange(office, laptop);
    for (const { db } of [office, laptop]) {
      expect(listCoordinators(db)).toEqual([rosa, luz]);
      expect(listUsers(db).some(({ standsIn }) => standsIn)).toBe(false);
    }
  });

  test('keep nobody from taking back what put one of them out', () => {
    const { office, laptop, luz } = putOutApart();
    const row = office.db.handle
      .prepare<[string], { action: number }>(
        'SELECT action FROM change_log WHERE row_key = ? ORDER BY sequence DESC',
      )
      .get(luz);
    const user = findUser(office.db, office.user.id);
    if (user === null || row === undefined) throw new Error('both are there');
    accepted(
      undoAction(office.writer, { user, ownEditions: null }, { device: office.writer.deviceId, ...row }),
    );
    exchange(office, laptop);
    for (const { db } of [office, laptop]) expect(listCoordinators(db)).toEqual([luz]);
  });
});

describe('an office whose coordinators are gone otherwise', () => {
  test('has the one who was there first where the log tells of none', () => {
    const { office, rosa, luz, tito } = startTwo();
    for (const id of [rosa, luz, tito]) updateRow(office.writer, 'user_account', { id }, { role: 'reader' });
    office.db.handle.exec('DELETE FROM change_log');
    expect(findStandIn(office.db)).toBe(rosa);
  });

  test('passes over whoever was deleted', () => {
    const { office, rosa, luz } = startTwo();
    updateRow(office.writer, 'user_account', { id: luz }, { is_active: 0 });
    updateRow(office.writer, 'user_account', { id: rosa }, { deleted_at: 1 });
    expect(findStandIn(office.db)).toBe(luz);
  });
});
