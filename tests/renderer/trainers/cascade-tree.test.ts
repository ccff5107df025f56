import { describe, expect, test } from 'vitest';
import type { CascadePerson } from '../../../domain/contract/trainers.ts';
import { personIdSchema } from '../../../domain/ids.ts';
import { growCascade, listTrainerIds } from '../../../renderer/features/trainers/cascade-tree.ts';
import { listVisibleRows } from '../../../renderer/ui/tree-rows.ts';

const idOf = (name: string) => personIdSchema.parse(name.padEnd(22, '0'));
const person = (name: string, generation: number, trainer: string | null): CascadePerson => ({
  personId: idOf(name),
  name,
  generation,
  trainerId: trainer === null ? null : idOf(trainer),
  editionId: null,
});

const people = [
  person('Raiz', 0, null),
  person('Ana', 1, 'Raiz'),
  person('Beto', 1, 'Raiz'),
  person('Cira', 1, 'Raiz'),
  person('Delia', 2, 'Beto'),
  person('Elena', 2, 'Cira'),
  person('Fidel', 3, 'Elena'),
];
const namesOf = (expanded: readonly string[]) =>
  listVisibleRows(growCascade(people), new Set(expanded)).map(
    ({ item, level, position, siblings }) => `${level} ${item.name} ${position}/${siblings}`,
  );

describe('the tree of a cascade', () => {
  test('shows whom the root trained, first those who trained others', () => {
    expect(namesOf([])).toEqual(['1 Beto 1/3', '1 Cira 2/3', '1 Ana 3/3']);
  });

  test('shows what is below those who are expanded only', () => {
    expect(namesOf([idOf('Cira')])).toEqual(['1 Beto 1/3', '1 Cira 2/3', '2 Elena 1/1', '1 Ana 3/3']);
    expect(namesOf(listTrainerIds(growCascade(people)))).toHaveLength(people.length - 1);
  });

  test('counts whom each trained, and whom training reached below them', () => {
    const counts = growCascade(people).map(({ item }) => [item.name, item.trained, item.reached]);
    expect(counts).toEqual([
      ['Beto', 1, 1],
      ['Cira', 1, 2],
      ['Ana', 0, 0],
    ]);
  });

  test('of 5,000 people is grown within a moment', () => {
    const many = [
      person('Raiz', 0, null),
      ...Array.from({ length: 5000 }, (_, index) => person(`P${index}x`, 1, 'Raiz')),
    ];
    expect(growCascade(many)).toHaveLength(5000);
  });
});
