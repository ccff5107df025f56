import { describe, expect, test } from 'vitest';
import type { AccreditationStatus } from '../../domain/accreditation.ts';
import { countStatuses, groupLearners, growCascade, listTrainerIds } from '../../domain/cascade-tree.ts';
import type { CascadePerson } from '../../domain/contract/trainers.ts';
import { editionIdSchema, personIdSchema } from '../../domain/ids.ts';
import { stateOf } from '../support/accreditation.ts';

const idOf = (name: string) => personIdSchema.parse(name.padEnd(22, '0'));
const person = (
  name: string,
  generation: number,
  trainer: string | null,
  edition = 'E1',
  status: AccreditationStatus | null = null,
): CascadePerson => ({
  personId: idOf(name),
  name,
  state: status === null ? null : stateOf(status),
  generation,
  trainerId: trainer === null ? null : idOf(trainer),
  editionId: trainer === null ? null : editionIdSchema.parse(edition.padEnd(22, '0')),
});

const people = [
  person('Raiz', 0, null),
  person('Zoe', 0, null),
  person('Ana', 1, 'Raiz'),
  person('Beto', 1, 'Raiz'),
  person('Cira', 1, 'Raiz'),
  person('Delia', 2, 'Beto'),
  person('Elena', 2, 'Cira'),
  person('Fidel', 3, 'Elena', 'E2'),
  person('Gina', 3, 'Elena', 'E3', 'candidate'),
  person('Hugo', 3, 'Elena', 'E3'),
  person('Ines', 3, 'Elena', 'E2'),
];
const namesOf = (nodes: readonly { item: { name: string } }[]) => nodes.map(({ item }) => item.name);

describe('the tree of a cascade', () => {
  test('has whom each trained below them, first those who trained others', () => {
    const [root, other] = growCascade(people);
    expect(namesOf(root?.children ?? [])).toEqual(['Beto', 'Cira', 'Ana']);
    expect(other?.item).toMatchObject({ name: 'Zoe', trained: 0, reached: 0 });
  });

  test('counts whom each trained, in how many editions, and everyone below them', () => {
    const [root] = growCascade(people);
    const cira = root?.children[1];
    expect(root?.item).toMatchObject({ trained: 3, taught: 1, reached: 9 });
    expect(cira?.item).toMatchObject({ trained: 1, taught: 1, reached: 5 });
    expect(cira?.children[0]?.item).toMatchObject({ trained: 4, taught: 2, reached: 4 });
  });

  test('names everyone below whom there is somebody', () => {
    expect(listTrainerIds(growCascade(people))).toEqual(['Raiz', 'Beto', 'Cira', 'Elena'].map(idOf));
  });

  test('puts together by edition who trained nobody, and tells how they stand', () => {
    const cira = growCascade(people)[0]?.children[1];
    const elena = cira?.children[0];
    if (cira === undefined || elena === undefined) throw new Error('Elena was trained by Cira');
    expect(namesOf(groupLearners(cira).trainers)).toEqual(['Elena']);
    const { trainers, groups } = groupLearners(elena);
    expect(trainers).toEqual([]);
    expect(groups.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['Fidel', 'Ines'],
      ['Gina', 'Hugo'],
    ]);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(2);
    expect(groups.map(countStatuses)).toEqual([[], [{ status: 'candidate', count: 1 }]]);
  });
});
