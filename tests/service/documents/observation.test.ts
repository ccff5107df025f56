import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../../domain/office.ts';
import { presetCriteria } from '../../../domain/observation.ts';
import { checkStructure, readPages, readTexts } from './pdf.ts';
import { day, render, requestObservation } from './requests.ts';

const longest = 'Explicó con palabras sencillas y ejemplos de los rubros de quienes participan. '.repeat(3);

describe('the form to observe a trainer by', () => {
  test.each(paperSchema.options)(
    'on %s is one page with every criterion and room to write',
    async (paper) => {
      const { pdf, pages } = await render(requestObservation({ paper }));
      expect(pages).toBe(1);
      const [text] = await readTexts(pdf);
      for (const part of [
        'Ficha de observación',
        'Ángela Ñusta Quispe Güiza',
        'PAN-2026-03',
        'Fecha',
        'Nº Criterio 1 2 3 4 N. A.',
        ...presetCriteria.map((criterion) => criterion.text),
        'Firma de quien observó',
        'Firma de quien capacitó',
      ])
        expect(text).toContain(part);
      expect(text).not.toContain('Vale');
      expect(await checkStructure(pdf)).toBe('');
    },
  );

  test('stays one page with criteria of other weights and long words', async () => {
    const marks = presetCriteria.map(({ text }, index) => ({
      text,
      weight: index === 0 ? 3 : 1,
      mark: null,
    }));
    const { pdf, pages } = await render(
      requestObservation({ marks: [...marks, { text: longest.slice(0, 200), weight: 1, mark: null }] }),
    );
    expect(pages).toBe(1);
    const [text] = await readTexts(pdf);
    expect(text).toContain('Nº Criterio Vale 1 2 3 4 N. A.');
    expect(text).toContain('× 3');
  });

  test('of twenty criteria goes on with their head on the next page', async () => {
    const marks = Array.from({ length: 20 }, (_, index) => ({
      text: `${index + 1}: ${longest}`.slice(0, 200),
      weight: 2,
      mark: null,
    }));
    const { pdf, pages } = await render(requestObservation({ marks }));
    expect(pages).toBe(2);
    for (const { words } of await readPages(pdf))
      expect(words.map((word) => word.text)).toContain('Criterio');
  });
});

describe('an observation as it was written down', () => {
  const [first, second, third] = presetCriteria.map(({ text }) => text);
  const marks = [
    { text: first ?? '', weight: 2, mark: 4 as const },
    { text: second ?? '', weight: 1, mark: null },
    { text: third ?? '', weight: 1, mark: 1 as const },
  ];

  test('has the sum as it is done by hand, who observed, and the session of that day', async () => {
    const { pdf, pages } = await render(
      requestObservation({
        marks,
        observedOn: day('2026-03-03'),
        sessions: [{ date: day('2026-03-03'), startsAt: '14:00', topic: 'Costos' }],
        seen: { observer: 'Rosa Mamani', remarks: 'Habla claro.\nQue deje más tiempo.', score: 75 },
      }),
    );
    expect(pages).toBe(1);
    const [text] = await readTexts(pdf);
    expect(text).toContain('Fecha martes 3 de marzo de 2026');
    expect(text).toContain('Sesión 14:00, Costos');
    expect(text).toContain('Puntos: 9 de 12 posibles Puntaje: 75 de 100');
    expect(text).toContain('Habla claro. Que deje más tiempo.');
    expect(text).toContain('Rosa Mamani Firma de quien observó');
    expect(text).not.toContain('Participantes');
  });

  test('with a score alone says that', async () => {
    const { pdf } = await render(
      requestObservation({
        marks: [],
        observedOn: day('2026-03-03'),
        seen: { observer: 'Rosa Mamani', remarks: null, score: 62.5 },
      }),
    );
    const [text] = await readTexts(pdf);
    expect(text).toContain('Puntaje: 62,5 de 100');
    expect(text).not.toContain('Criterio');
    expect(text).not.toContain('Puntos');
  });
});
