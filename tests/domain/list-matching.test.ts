import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchRows } from '../../domain/list-matching.ts';
import { createPeopleIndex } from '../../domain/people-index.ts';
import { type Identity, toComparedPerson } from '../../domain/person-likeness.ts';

const person = (givenNames: string, idNumber: string | null, phone: string | null = null): Identity => ({
  givenNames,
  paternalSurname: 'Zurita',
  maternalSurname: 'Morales',
  marriedSurname: null,
  idNumber,
  idComplement: null,
  sex: null,
  birthDate: null,
  phone,
  community: null,
  organisationName: null,
});
const list = (...people: Identity[]) => people.map((each, index) => ({ row: index + 6, person: each }));
const know = <Key>(people: readonly { key: Key; person: Identity }[]) => {
  const index = createPeopleIndex<Key>(distance);
  for (const each of people) index.put(each.key, toComparedPerson(each.person));
  return index;
};
const nobody = know<string>([]);

test('a person twice in the list is matched to the first of their rows', () => {
  const rows = list(
    person('Wilma', '3268260'),
    person('Freddy', '111111'),
    person('WILMA', '3268260'),
    person('Vilma', '3268260'),
  );
  expect(matchRows(rows, nobody, distance)).toMatchObject([
    { row: 8, kind: 'same', evidence: ['sameCard', 'sameName'], with: { row: 6 } },
    { row: 9, kind: 'same', evidence: ['sameCard', 'misspeltName'], with: { row: 6 } },
  ]);
});

test('a known person goes before an earlier row, unless that one is surer', () => {
  const known = know([{ key: 'wilma', person: person('Wilma', '3268260', '71037192') }]);
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
      const known = know(first.map((each, key) => ({ key, person: each })));
      const typed = first.map((each) => ({
        ...each,
        givenNames: capitals ? each.givenNames.toUpperCase() : each.givenNames,
      }));
      seen.rows += first.length;
      seen.changed += Number(capitals);
      // Namesakes whose numbers are a digit apart are asked about; nobody is taken for another.
      const alone = matchRows(list(...first), know<number>([]), distance);
      expect(alone.filter(({ kind }) => kind !== 'possible')).toEqual([]);
      expect(matchRows(list(...typed), known, distance).map((match) => match.with)).toEqual(
        first.map((_, key) => ({ known: key })),
      );
    }),
    { seed: 36, numRuns: 50 },
  );
  expect(seen.rows).toBeGreaterThan(500);
  expect(seen.changed).toBeGreaterThan(10);
});
