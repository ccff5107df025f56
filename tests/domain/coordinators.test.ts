import { describe, expect, test } from 'vitest';
import type { ChangeEntry, Delta } from '../../domain/change-log.ts';
import { listFormerCoordinators } from '../../domain/coordinators.ts';

/** One change of one user: when by the clock, on which device, of whom, what. */
type Change = [clock: number, device: string, user: string, delta: Delta, isCreated?: boolean];

function toEntry([clock, device, key, delta, isCreated = false]: Change): ChangeEntry {
  const made = { action: clock, madeAt: clock, madeBy: 'x', table: 'user_account' };
  return { device, sequence: clock, clock, key, delta, isCreated, ...made };
}

const rosa: Change = [1, 'A', 'rosa', { role: 'coordinator', is_active: 1 }, true];
const luz: Change = [2, 'A', 'luz', { role: 'coordinator', is_active: 1 }, true];

describe('who was a coordinator and is none any more', () => {
  test.each<[string, Change[], string[]]>([
    ['nobody who still is one', [rosa, luz], []],
    ['nobody who never was one', [rosa, [2, 'A', 'tito', { role: 'reader', is_active: 1 }, true]], []],
    ['whoever lost the role', [rosa, [3, 'A', 'rosa', { role: 'registrar' }]], ['rosa']],
    ['whoever was shut out', [rosa, [3, 'A', 'rosa', { is_active: 0 }]], ['rosa']],
    ['whoever was deleted', [rosa, [3, 'A', 'rosa', { deleted_at: 7 }]], ['rosa']],
    [
      'nobody who became one again',
      [rosa, [3, 'A', 'rosa', { is_active: 0 }], [4, 'A', 'rosa', { is_active: 1 }]],
      [],
    ],
    [
      'whoever stopped last first, by the clock',
      [rosa, luz, [9, 'A', 'luz', { is_active: 0 }], [8, 'B', 'rosa', { role: 'registrar' }]],
      ['luz', 'rosa'],
    ],
    [
      'and by the device where the clock says the same',
      [rosa, luz, [9, 'B', 'luz', { is_active: 0 }], [9, 'A', 'rosa', { role: 'registrar' }]],
      ['luz', 'rosa'],
    ],
    [
      'by when they stopped being one, whatever is changed of them later',
      [
        rosa,
        luz,
        [3, 'A', 'luz', { is_active: 0 }],
        [4, 'B', 'rosa', { role: 'reader' }],
        [5, 'A', 'luz', { role: 'reader' }],
      ],
      ['rosa', 'luz'],
    ],
  ])('is %s', (_, changes, expected) => {
    expect(listFormerCoordinators(changes.map(toEntry))).toEqual(expected);
    expect(listFormerCoordinators(changes.toReversed().map(toEntry))).toEqual(expected);
  });
});
