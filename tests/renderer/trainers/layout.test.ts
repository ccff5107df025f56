import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growCascade, listTrainerIds } from '../../../domain/cascade-tree.ts';
import type { CascadeLineage, CascadePerson } from '../../../domain/contract/trainers.ts';
import { editionIdSchema, personIdSchema } from '../../../domain/ids.ts';
import type { CascadeBox } from '../../../renderer/features/trainers/cascade/boxes.ts';
import { findBoxAt, isOnKnob } from '../../../renderer/features/trainers/cascade/hit-test.ts';
import { layoutCascade } from '../../../renderer/features/trainers/cascade/layout.ts';
import { findNeighbour } from '../../../renderer/features/trainers/cascade/neighbours.ts';
import { bringIntoSight, fit, zoomAt } from '../../../renderer/features/trainers/cascade/viewport.ts';
import { stateOf } from '../../support/accreditation.ts';

const idOf = (number: number) => personIdSchema.parse(String(number).padStart(22, '0'));
const editionOf = (number: number) => editionIdSchema.parse(String(number).padStart(22, 'E'));
const nobody: CascadeLineage = { people: [], links: [] };

/** Everyone but the first was trained by one of those before them, in one of two editions each. */
const someCascade = fc
  .array(fc.tuple(fc.nat(), fc.boolean(), fc.integer({ min: 3, max: 30 })), {
    minLength: 5,
    maxLength: 60,
    size: 'max',
  })
  .map((list) => {
    const people: CascadePerson[] = [];
    for (const [index, [by, isFirst, letters]] of list.entries()) {
      const trainer = people[by % Math.max(1, Math.ceil(index / 3))];
      people.push({
        personId: idOf(index),
        name: `${'A'.repeat(letters)}, B`,
        state: isFirst ? stateOf('accredited') : null,
        generation: trainer === undefined ? 0 : trainer.generation + 1,
        trainerId: trainer?.personId ?? null,
        editionId: trainer === undefined ? null : editionOf(2 * Number(trainer.personId) + Number(isFirst)),
      });
    }
    return people.toSorted((a, b) => a.generation - b.generation);
  });

const overlap = (a: CascadeBox, b: CascadeBox) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

describe('the layout of a cascade', () => {
  test('shows everyone once, nothing over anything else, each generation within its stripe', () => {
    const seen = { groups: 0, stacked: 0, deep: 0 };
    fc.assert(
      fc.property(someCascade, (people) => {
        const roots = growCascade(people);
        const folded = layoutCascade(roots, new Set(listTrainerIds(roots)), nobody);
        const groups = folded.boxes.filter(({ kind }) => kind === 'group');
        const layout = layoutCascade(
          roots,
          new Set([...listTrainerIds(roots), ...groups.map(({ id }) => id)]),
          nobody,
        );
        const shown = layout.boxes.filter(({ kind }) => kind !== 'group').map(({ id }) => id);
        expect(shown.toSorted()).toEqual(people.map(({ personId }) => personId).toSorted());
        const outer = layout.boxes.filter(({ kind }) => kind !== 'member');
        for (const [index, box] of outer.entries()) {
          for (const other of outer.slice(index + 1))
            expect(overlap(box, other), `${box.id} ${other.id}`).toBe(false);
        }
        for (const box of layout.boxes) {
          const band = layout.bands.find(({ generation }) => generation === box.generation);
          expect(box.y).toBeGreaterThan(band?.top ?? Infinity);
          expect(box.y + box.height).toBeLessThan(band?.bottom ?? -Infinity);
          expect(box.x).toBeGreaterThanOrEqual(layout.left);
          expect(box.x + box.width).toBeLessThanOrEqual(layout.left + layout.width + 0.01);
          const inward = layout.boxes.find(({ id }) => id === box.inwardId);
          expect(inward?.generation).toBe(
            inward === undefined ? undefined : box.kind === 'member' ? box.generation : box.generation - 1,
          );
        }
        seen.groups += groups.length;
        seen.stacked += layout.links.filter(({ side }) => side === 'left').length;
        seen.deep += layout.bands.length >= 4 ? 1 : 0;
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  test('can be walked from the root to everybody by arrows alone', () => {
    fc.assert(
      fc.property(someCascade, (people) => {
        const roots = growCascade(people);
        const layout = layoutCascade(roots, new Set(listTrainerIds(roots)), nobody);
        const [first] = layout.boxes;
        if (first === undefined) throw new Error('there is a root');
        const known = new Set([first]);
        for (const box of known) {
          for (const to of ['up', 'down', 'left', 'right'] as const) {
            const next = findNeighbour(layout, box, to);
            if (next !== null) known.add(next);
          }
        }
        expect(known.size).toBe(layout.boxes.length);
      }),
      { seed: 20_261_130, numRuns: 100 },
    );
  });

  test('is hit where each box is seen, and nowhere else', () => {
    const view = { left: -70, top: 30, zoom: 0.6 };
    const pixel = (x: number, y: number) => ({ x: x * view.zoom + view.left, y: y * view.zoom + view.top });
    const seen = { knobs: 0, members: 0 };
    fc.assert(
      fc.property(someCascade, (people) => {
        const roots = growCascade(people);
        const { boxes: folded } = layoutCascade(roots, new Set(listTrainerIds(roots)), nobody);
        const groups = folded.flatMap(({ kind, id }) => (kind === 'group' ? [id] : []));
        const layout = layoutCascade(roots, new Set([...listTrainerIds(roots), ...groups]), nobody);
        for (const box of layout.boxes) {
          const corner = pixel(box.x + 2, box.y + 2);
          expect(findBoxAt(layout, view, corner)).toBe(box);
          expect(isOnKnob(box, view, corner)).toBe(box.kind === 'group');
          const edge = pixel(box.x + box.width / 2, box.y + box.height + 2);
          const hasKnob = box.kind === 'person' && box.isExpanded !== null;
          expect(isOnKnob(box, view, edge)).toBe(hasKnob);
          seen.knobs += hasKnob ? 1 : 0;
          const last = pixel(box.x + box.width - 2, box.y + box.height - 2);
          expect(findBoxAt(layout, view, last)?.id).toBe(box.id);
          seen.members += box.kind === 'member' ? 1 : 0;
        }
        for (const { top } of layout.bands) {
          expect(findBoxAt(layout, view, pixel(layout.left, top + 2))).toBeNull();
        }
      }),
      { seed: 20_261_131, numRuns: 100 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(200);
  });

  test('puts who leads up to somebody above them, a step a row', () => {
    const roots = growCascade([
      {
        personId: idOf(0),
        name: 'A, B',
        state: null,
        generation: 0,
        trainerId: null,
        editionId: null,
      },
    ]);
    const face = { state: null };
    const link = { step: 1, learnerId: idOf(0), editionId: editionOf(1) };
    const layout = layoutCascade(roots, new Set(), {
      people: [
        { personId: idOf(1), name: 'C, D', ...face, step: 1 },
        { personId: idOf(2), name: 'E, F', ...face, step: 1 },
        { personId: idOf(3), name: 'G, H', ...face, step: 2 },
      ],
      links: [
        { ...link, trainerId: idOf(1) },
        { ...link, trainerId: idOf(2) },
        { ...link, step: 2, learnerId: idOf(1), trainerId: idOf(3) },
        { ...link, step: 2, learnerId: idOf(2), trainerId: idOf(3) },
      ],
    });
    expect(layout.bands.map(({ generation }) => generation)).toEqual([-2, -1, 0]);
    expect(layout.links).toHaveLength(4);
    for (const { from, to } of layout.links) expect(from.y + from.height).toBeLessThan(to.y);
    const root = layout.boxes.find(({ generation }) => generation === 0);
    const above = root === undefined ? null : findNeighbour(layout, root, 'up');
    expect(above?.id).toBe(`above/${idOf(1)}`);
    expect(above === null ? null : findNeighbour(layout, above, 'right')?.id).toBe(`above/${idOf(2)}`);
  });
});

describe('what is seen of a drawing', () => {
  const window = { width: 800, height: 600 };

  test('keeps, when it is made larger, the point under the mouse where it is', () => {
    const view = { left: -120, top: 35, zoom: 0.4 };
    const larger = zoomAt(view, 1.7, { x: 300, y: 200 });
    expect((300 - larger.left) / larger.zoom).toBeCloseTo((300 - view.left) / view.zoom);
    expect((200 - larger.top) / larger.zoom).toBeCloseTo((200 - view.top) / view.zoom);
  });

  test('is all of it, if one wants, and never larger than life', () => {
    const wide = fit({ left: -5000, top: 0, width: 10_000, height: 400 }, window);
    expect(-5000 * wide.zoom + wide.left).toBeGreaterThanOrEqual(0);
    expect(5000 * wide.zoom + wide.left).toBeLessThanOrEqual(800);
    expect(fit({ left: 0, top: 0, width: 100, height: 50 }, window).zoom).toBe(1);
  });

  test('moves no further than it takes to see what was chosen, and grows until it can be read', () => {
    const options = { window, leastZoom: 0.5 };
    const view = { left: 0, top: 0, zoom: 1 };
    expect(bringIntoSight(view, { left: 100, top: 100, width: 50, height: 50 }, options)).toEqual(view);
    const moved = bringIntoSight(view, { left: 900, top: 100, width: 50, height: 50 }, options);
    expect(moved).toEqual({ left: 800 - 24 - 950, top: 0, zoom: 1 });
    expect(
      bringIntoSight({ ...view, zoom: 0.1 }, { left: 100, top: 100, width: 50, height: 50 }, options).zoom,
    ).toBe(0.5);
  });
});
