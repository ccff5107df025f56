import { describe, expect, test } from 'vitest';
import type { SignatureSheetRequest } from '../../../domain/documents.ts';
import { checkStructure, type Page, readInfo, readPages, readTexts } from './pdf.ts';
import { day, listPeople, render, requestRegister, requestSheet } from './requests.ts';

const head = ['Planilla de asistencia', 'Panadería y repostería artesanal', 'Nº Apellidos Nombres', 'Firma'];

describe.each([
  { people: 40, changes: {}, pages: 3 },
  { people: 200, changes: { paper: 'legal' }, pages: 8 },
  { people: 0, changes: { blankRows: 20, paper: 'a4' }, pages: 1 },
] satisfies { people: number; changes: Partial<SignatureSheetRequest>; pages: number }[])(
  'a signature sheet for $people people',
  async ({ people, changes, pages }) => {
    const request = requestSheet({ people: listPeople(people), ...changes });
    const rendered = await render(request);
    const texts = await readTexts(rendered.pdf);

    test('has its head, the trainers’ line and the page number on each page', () => {
      expect(rendered.pages).toBe(pages);
      expect(texts).toHaveLength(pages);
      for (const [index, text] of texts.entries()) {
        for (const part of head) expect(text).toContain(part);
        expect(text).toContain('Firma de los capacitadores');
        expect(text).toContain(`Página ${index + 1} de ${pages}`);
      }
    });

    test('holds everyone, then numbered empty rows for those who turn up', async () => {
      const numbers = (await readPages(rendered.pdf)).flatMap(readRowNumbers);
      expect(numbers).toEqual(Array.from({ length: people + request.blankRows }, (_, index) => index + 1));
      for (const { surnames, identityCard } of request.people) {
        expect(texts.join(' ')).toContain(surnames);
        expect(texts.join(' ')).toContain(identityCard ?? '');
      }
    });

    test('has rows at least 9 mm apart, to sign in', async () => {
      for (const page of await readPages(rendered.pdf)) {
        const tops = listRowWords(page).map(({ top }) => top);
        const steps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
        expect(Math.min(...steps, 100)).toBeGreaterThanOrEqual((9 / 25.4) * 72);
      }
    });

    test('is sound to qpdf, tagged and dated by its session', async () => {
      expect(await checkStructure(rendered.pdf)).toBe('');
      const info = await readInfo(rendered.pdf);
      expect(info['Tagged']).toBe('yes');
      expect(info['CreationDate']).toContain('Nov  5');
    });
  },
);

describe('a signature sheet', () => {
  test('shows only the columns asked for', async () => {
    const [text] = await readTexts((await render(requestSheet({ columns: ['community'] }))).pdf);
    expect(text).toContain('Nº Apellidos Nombres Comunidad Firma');
    expect(text).toContain('Machacmarca');
    expect(text).not.toContain('70712346');
    expect(text).not.toContain('12336144');
  });

  test('of all sessions has a column for each, on as many parts as the paper needs', async () => {
    const sessions = Array.from({ length: 22 }, (_, index) => ({
      date: day(`2026-11-${String(index + 5).padStart(2, '0')}`),
      startsAt: null,
      topic: null,
    }));
    const request = requestSheet({ session: null, sessions, orientation: 'landscape', columns: [] });
    const { pdf } = await render({ ...request, people: listPeople(10), blankRows: 2, trainers: [] });
    const texts = await readTexts(pdf);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('Sesiones 1 a 11 de 22');
    expect(texts[0]).toContain('jue 5/11 vie 6/11');
    expect(texts[1]).toContain('Sesiones 12 a 22 de 22');
    expect(texts[1]).toContain('lun 16/11');
    for (const text of texts) expect(text).toContain('10 Muñoz Güiza Juana');
  });
});

describe('the register', async () => {
  const rendered = await render(requestRegister());
  const texts = await readTexts(rendered.pdf);

  test('repeats its head on each page and counts pages', () => {
    expect(rendered.pages).toBeGreaterThan(1);
    for (const [index, text] of texts.entries()) {
      expect(text).toContain('Libro de registro de certificados');
      expect(text).toContain('Folio Emitido Nombre C.I. Curso Horas Clase Observaciones');
      expect(text).toContain(`Página ${index + 1} de ${rendered.pages}`);
    }
  });

  test('holds every folio once, in order', () => {
    const folios = texts.join(' ').match(/A-2026-\d{4} 21\/11\/26/g);
    expect(folios).toEqual(requestRegister().entries.map(({ folio }) => `${folio} 21/11/26`));
  });

  test('keeps the revoked ones with the reason, and says what replaces them', () => {
    const text = texts.join(' ');
    expect(text).toContain('60, de ellos 1 anulado');
    expect(text).toContain('Anulado el 2/12/26: apellido mal escrito');
    expect(text).toContain('Reemplaza a A-2026-0005');
  });

  test('is sound to qpdf, tagged and dated by the day it is printed', async () => {
    expect(await checkStructure(rendered.pdf)).toBe('');
    const info = await readInfo(rendered.pdf);
    expect(info['Tagged']).toBe('yes');
    expect(info['CreationDate']).toContain('Dec 31');
  });
});

/** The numbers of the first column below its title, from top to bottom. */
function listRowWords({ words }: Page) {
  const title = words.find(({ text }) => text === 'Nº');
  if (title === undefined) throw new Error('the page has no table');
  return words
    .filter(
      ({ text, left, right, top }) => /^\d+$/.test(text) && top > title.bottom && left > 30 && right < 62,
    )
    .toSorted((a, b) => a.top - b.top);
}

function readRowNumbers(page: Page): number[] {
  return listRowWords(page).map(({ text }) => Number(text));
}
