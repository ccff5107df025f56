import { describe, expect, test } from 'vitest';
import type { CascadeRequest } from '../../../domain/documents.ts';
import { type EditionId, editionIdSchema, type PersonId, personIdSchema } from '../../../domain/ids.ts';
import { stateOf } from '../../support/accreditation.ts';
import { checkStructure, readInfo, readPages, readTexts } from './pdf.ts';
import { day, logo, render } from './requests.ts';

const personOf = (number: number): PersonId => personIdSchema.parse(String(number).padStart(22, 'P'));
const editionOf = (number: number): EditionId => editionIdSchema.parse(String(number).padStart(22, 'E'));
const trainers = 20;
const learnersOfEach = 30;

/** A master trainer, twenty trainers and thirty entrepreneurs of each; one trainer was accredited no longer. */
function requestCascade(changes: Partial<CascadeRequest> = {}): CascadeRequest {
  const people = [
    {
      personId: personOf(0),
      name: 'Ñáñez de la Fuente, María Eugenia',
      state: stateOf('accredited'),
      generation: 0,
      trainerId: null,
      editionId: null,
    },
    ...Array.from({ length: trainers }, (_, index) => ({
      personId: personOf(index + 1),
      name: `Quispe Mamani, Capacitadora ${index + 1}`,
      state: stateOf(index === 3 ? 'lapsed' : 'accredited'),
      generation: 1,
      trainerId: personOf(0),
      editionId: editionOf(0),
    })),
    ...Array.from({ length: trainers * learnersOfEach }, (_, index) => ({
      personId: personOf(1000 + index),
      name: `Vargas de la Fuente Villarroel, Emprendedora ${index + 1}`,
      state: index === 0 ? stateOf('candidate') : null,
      generation: 2,
      trainerId: personOf(1 + Math.floor(index / learnersOfEach)),
      editionId: editionOf(1 + Math.floor(index / learnersOfEach)),
    })),
  ] satisfies CascadeRequest['cascade']['people'];
  const reach = { editions: 1, participations: 1234, hours: 40, womenShare: 0.756, youthShare: null };
  return {
    kind: 'cascade',
    paper: 'letter',
    officeName: 'Gobierno Autónomo Municipal de Vinto',
    municipality: 'Vinto',
    logo,
    personName: 'María Eugenia Ñáñez de la Fuente',
    printedOn: day('2026-11-26'),
    withNames: true,
    cascade: {
      people,
      reach: [
        { generation: 1, people: trainers, trainers, ...reach },
        { generation: 2, people: trainers * learnersOfEach, trainers: 0, ...reach },
      ],
      editions: Array.from({ length: trainers + 1 }, (_, index) => ({
        id: editionOf(index),
        code: `PAN-2026-${String(index).padStart(2, '0')}`,
        courseTitle: 'Panadería',
        endsOn: day('2026-11-05'),
      })),
      lineage: {
        people: [{ personId: personOf(5000), name: 'Maestra, Ana', state: null, step: 1 }],
        links: [{ step: 1, trainerId: personOf(5000), learnerId: personOf(0), editionId: editionOf(0) }],
      },
    },
    ...changes,
  };
}

describe('a cascade on paper', async () => {
  const request = requestCascade();
  const { pdf, pages } = await render(request);
  const texts = await readTexts(pdf);
  const footer = (index: number) =>
    `Gobierno Autónomo Municipal de Vinto · Cascada de María Eugenia Ñáñez de la Fuente Página ${index + 1} de ${pages}`;
  const tableHead = 'Apellidos y nombres Recibió la formación en Formó a Alcanza a';

  test('begins with how far each generation reached, and who trained the person', () => {
    expect(texts[0]).toContain('Cascada de María Eugenia Ñáñez de la Fuente');
    expect(texts[0]).toContain('Personas formadas 620');
    expect(texts[0]).toContain('2.ª 600 0 1 1.234 40 76 % –');
    expect(texts[0]).toContain(
      'Maestra, Ana formó a Ñáñez de la Fuente, María Eugenia en PAN-2026-00, 5/11/26',
    );
  });

  test('holds everyone with their whole name, their letter and the edition, on numbered pages with a head', () => {
    expect(pages).toBeGreaterThan(3);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(tableHead);
      expect(text).toContain(footer(index));
    }
    // A group goes on over the end of a page.
    const whole = texts
      .map((text, index) => text.replace(footer(index), '').replace(tableHead, ''))
      .join(' ')
      .replaceAll(/ +(PAN-2026-\d\d, 5\/11\/26)? +/g, ' ');
    const missing = request.cascade.people.filter(({ name }) => !whole.includes(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(whole.includes('V Quispe Mamani, Capacitadora 4')).toBe(true);
    expect(whole.includes('30 personas (C 1)')).toBe(true);
    expect(whole.includes('Emprendedora 1 (C);')).toBe(true);
  });

  test('is written in nothing smaller than 9 points, and lies', async () => {
    for (const page of await readPages(pdf)) {
      expect(page.width).toBeGreaterThan(page.height);
      expect(Math.min(...page.words.map(({ top, bottom }) => bottom - top))).toBeGreaterThanOrEqual(9);
    }
  });

  test('is sound to qpdf, tagged and dated by the day it is printed', async () => {
    expect(await checkStructure(pdf)).toBe('');
    const info = await readInfo(pdf);
    expect(info['Tagged']).toBe('yes');
    expect(info['CreationDate']).toContain('Nov 26');
  });

  test('tells of those who trained nobody their number alone, if one wants', async () => {
    const short = (
      await readTexts((await render(requestCascade({ withNames: false, personName: null }))).pdf)
    ).join(' ');
    expect(short).toContain('Cascada de la oficina');
    expect(short).toContain('V Quispe Mamani, Capacitadora 4 PAN-2026-00, 5/11/26 30 30');
    expect(short).toContain('30 personas (C 1) PAN-2026-01');
    expect(short).not.toContain('Emprendedora');
  });
});
