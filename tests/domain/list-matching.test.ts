import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchRows } from '../../domain/list-matching.ts';
import { createPeopleIndex, type MatchablePerson } from '../../domain/person-matching.ts';

const person = (
  givenNames: string,
  idNumber: string | null,
  phone: string | null = null,
): MatchablePerson => ({
  givenNames,
  paternalSurname: 'Zurita',
  maternalSurname: 'Morales',
  marriedSurname: null,
  idNumber,
  idComplement: null,
  sex: null,
  birthDate: null,
  phone,
});
const list = (...people: MatchablePerson[]) =>
  people.map((each, index) => ({ row: index + 6, person: each }));
const nobody = createPeopleIndex<string>();

test('a person twice in the list is matched to the first of their rows', () => {
  const rows = list(
    person('Wilma', '3268260'),
    person('Freddy', '111111'),
    person('WILMA', '3268260'),
    person('Vilma', '3268260'),
  );
  expect(matchRows(rows, nobody, distance)).toEqual([
    { row: 8, kind: 'same', reason: 'sameIdentityCard', with: { row: 6 } },
    { row: 9, kind: 'same', reason: 'sameIdentityCard', with: { row: 6 } },
  ]);
});

test('a known person goes before an earlier row, unless that one is surer', () => {
  const known = createPeopleIndex([{ key: 'wilma', person: person('Wilma', '3268260', '71037192') }]);
  const rows = list(
    person('Wilma', '3268260'),
    person('Wilma', '3268260'),
    person('Wilma', '999999', '71037192'),
    person('Wilma', '999999'),
  );
  expect(matchRows(rows, known, distance).map((match) => [match.row, match.kind, match.with])).toEqual([
    [6, 'same', { known: 'wilma' }],
    [7, 'same', { known: 'wilma' }],
    [8, 'possible', { known: 'wilma' }],
    [9, 'same', { row: 8 }],
  ]);
});

test('importing a list twice finds everyone the second time, however it is typed', () => {
  const seen = { rows: 0, changed: 0 };
  const given = fc.constantFrom('Wilma', 'Édgar', 'Ana Luz', 'Noemí');
  const people = fc.uniqueArray(fc.tuple(given, fc.integer({ min: 100_000, max: 99_999_999 })), {
    selector: ([, number]) => number,
    minLength: 5,
    maxLength: 30,
  });
  fc.assert(
    fc.property(people, fc.boolean(), (drawn, capitals) => {
      const first = drawn.map(([name, number]) => person(name, String(number)));
      const known = createPeopleIndex(first.map((each, key) => ({ key, person: each })));
      const typed = first.map((each) => ({
        ...each,
        givenNames: capitals ? each.givenNames.toUpperCase() : each.givenNames,
      }));
      seen.rows += first.length;
      seen.changed += Number(capitals);
      expect(matchRows(list(...first), createPeopleIndex<number>(), distance)).toEqual([]);
      expect(matchRows(list(...typed), known, distance).map((match) => match.with)).toEqual(
        first.map((_, key) => ({ known: key })),
      );
    }),
    { seed: 36, numRuns: 50 },
  );
  expect(seen.rows).toBeGreaterThan(500);
  expect(seen.changed).toBeGreaterThan(10);
});
