import { describe, expect, test } from 'vitest';
import type { UserId } from '../../domain/ids.ts';
import {
  createUser,
  findPasswordHash,
  findUser,
  listUsers,
  setPasswordHash,
  updateUser,
} from '../../db/users.ts';
import { accepted } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const nobody = '0000000000000000000000' as UserId;

describe('users', () => {
  test('a new one is active and listed by name', () => {
    const { db, user, writer } = createTestOffice();
    const added = accepted(
      createUser(writer, { name: 'Ángel Tito', role: 'trainer', passwordHash: 'hash', personId: null }),
    );
    expect(added).toEqual({
      id: added.id,
      name: 'Ángel Tito',
      role: 'trainer',
      hasPassword: true,
      isActive: true,
      standsIn: false,
      personId: null,
      personName: null,
    });
    expect(listUsers(db)).toEqual([added, user]);
    expect(findUser(db, added.id)).toEqual(added);
    expect(findPasswordHash(db, added.id)).toBe('hash');
  });

  test('who is not there has neither account nor password', () => {
    const { db, writer } = createTestOffice();
    expect([findUser(db, nobody), findPasswordHash(db, nobody)]).toEqual([null, null]);
    expect(setPasswordHash(writer, nobody, 'hash')).toMatchObject({ refused: 'NOT_FOUND' });
    const change = { id: nobody, name: 'X', role: 'reader', isActive: true, personId: null } as const;
    expect(updateUser(writer, change)).toMatchObject({ refused: 'NOT_FOUND' });
  });

  test('a password is set and taken away', () => {
    const { user, writer } = createTestOffice();
    expect(setPasswordHash(writer, user.id, 'hash')).toEqual({ ...user, hasPassword: true });
    expect(setPasswordHash(writer, user.id, null)).toEqual(user);
  });

  test.each([
    ['gives up the role', { role: 'registrar', isActive: true }],
    ['is shut out', { role: 'coordinator', isActive: false }],
  ] as const)('the last active coordinator stays one: refused where they %s', (_, change) => {
    const { db, user, writer } = createTestOffice();
    const inactive = accepted(
      createUser(writer, { name: 'Inés', role: 'coordinator', passwordHash: null, personId: null }),
    );
    updateUser(writer, {
      id: inactive.id,
      name: 'Inés',
      role: 'coordinator',
      isActive: false,
      personId: null,
    });
    const answer = updateUser(writer, { id: user.id, name: 'Rosa', personId: null, ...change });
    expect(answer).toEqual({ refused: 'LAST_COORDINATOR', data: undefined });
    expect(findUser(db, user.id)).toEqual(user);
  });

  test('one of two coordinators may be shut out, and let in again', () => {
    const { user, writer } = createTestOffice();
    accepted(createUser(writer, { name: 'Inés', role: 'coordinator', passwordHash: null, personId: null }));
    const change = { id: user.id, name: 'Rosa Q.', role: 'reader', personId: null } as const;
    expect(updateUser(writer, { ...change, isActive: false })).toEqual({
      ...user,
      name: 'Rosa Q.',
      role: 'reader',
      isActive: false,
    });
    expect(updateUser(writer, { ...change, isActive: true })).toMatchObject({ isActive: true });
  });
});
