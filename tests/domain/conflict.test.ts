import { expect, test } from 'vitest';
import { conflictKey, conflictKeySchema, findConflictKind } from '../../domain/conflict.ts';

const ids = Array.from({ length: 2000 }, (_, index) => String(index).padStart(22, '0'));

test('a conflict’s name is its kind and its ids', () => {
  expect(conflictKey('mergedApart', ['a', 'b'])).toBe('mergedApart a b');
});

test('of many ids it names the first and counts the others, so that every name is one', () => {
  const key = conflictKey('editionChangedAfterClosing', ids);
  expect(key.endsWith(`${ids[14]} +1985`)).toBe(true);
  expect(conflictKeySchema.parse(key)).toBe(key);
  expect(findConflictKind(key)).toBe('editionChangedAfterClosing');
  expect(conflictKey('editionChangedAfterClosing', ids.slice(1))).not.toBe(key);
});
