import { describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/calendar-date.ts';
import { type CalendarSession, calendarSessionSchema, listWeeks } from '../../../domain/calendar.ts';
import type { CalendarRequest } from '../../../domain/documents.ts';
import { timeAt } from '../../../domain/time-of-day.ts';
import { checkStructure, readInfo, readPages, readTexts } from './pdf.ts';
import { day, logo, render } from './requests.ts';

function session(index: number, changes: Partial<CalendarSession> = {}): CalendarSession {
  const id = (letter: string) => String(index).padStart(22, letter);
  return calendarSessionSchema.parse({
    id: id('S'),
    editionId: id('E'),
    date: '2031-05-05',
    startsAt: '14:00',
    minutes: 120,
    room: null,
    topic: null,
    moduleId: null,
    state: 'planned',
    cancelReason: null,
    editionCode: `PAN-${index}`,
    editionStatus: 'running',
    courseId: id('C'),
    courseTitle: `Curso ${index}`,
    programmeId: null,
    place: 'Salón municipal de Pairumani',
    editionRoom: null,
    trainers: [{ personId: id('P'), name: 'Ana Ñáñez', role: 'lead' }],
    ...changes,
  });
}

/** May 2031, so many sessions on each day from Monday to Friday; the first of the month is free. */
function requestMonth(perDay: number, changes: Partial<CalendarRequest> = {}): CalendarRequest {
  const may = day('2031-05-01');
  let index = 0;
  const weeks = listWeeks('month', may).map((week) =>
    week.map((date, weekday) => ({
      date,
      dayOff: date === may ? 'Día del Trabajo' : null,
      sessions:
        weekday > 4 || !date.startsWith('2031-05')
          ? []
          : Array.from({ length: perDay }, (_, count) =>
              session((index += 1), { date, startsAt: timeAt(480 + 30 * count) }),
            ),
    })),
  );
  return {
    kind: 'calendar',
    paper: 'letter',
    officeName: 'Gobierno Autónomo Municipal de Vinto',
    municipality: 'Vinto',
    logo,
    period: 'mayo de 2031',
    month: '2031-05',
    scope: null,
    printedOn: day('2031-04-28'),
    weeks,
    ...changes,
  };
}

describe('a month on paper', () => {
  test('is one page, wider than high, with the hour, the course and the place of each session', async () => {
    const { pdf, pages } = await render(requestMonth(2));
    expect(pages).toBe(1);
    const [page] = await readPages(pdf);
    expect(page?.width).toBeGreaterThan(page?.height ?? 0);
    const [text] = await readTexts(pdf);
    expect(text).toContain('Calendario de mayo de 2031');
    expect(text).toContain('1 Día del Trabajo');
    for (const weekday of ['lunes', 'miércoles', 'domingo']) expect(text).toContain(weekday);
    for (let index = 1; index <= 44; index += 1) expect(text).toContain(`Curso ${index} `);
    expect(text).toContain('08:30 Curso 2 Salón municipal de Pairumani');
    expect(text).not.toMatch(/y \d+ más/);
  });

  test('stays one page when it is full, and says how many more a day has', async () => {
    const { pdf, pages } = await render(requestMonth(40, { paper: 'a4' }));
    expect(pages).toBe(1);
    const [page] = await readPages(pdf);
    expect(Math.max(...(page?.words ?? []).map(({ bottom }) => bottom))).toBeLessThan(page?.height ?? 0);
    const [text = ''] = await readTexts(pdf);
    const hidden = [...text.matchAll(/y (\d+) más/g)].map(([, count]) => Number(count));
    const shown = [...text.matchAll(/Curso \d+ /g)].length;
    expect(hidden).toHaveLength(22);
    expect(shown + hidden.reduce((sum, count) => sum + count, 0)).toBe(22 * 40);
  });

  test('says by what it is narrowed down, and is sound to qpdf, tagged and dated by the day it is printed', async () => {
    const { pdf } = await render(requestMonth(1, { scope: 'PMI-DEL · Ana Ñáñez' }));
    const [text] = await readTexts(pdf);
    expect(text).toContain('PMI-DEL · Ana Ñáñez');
    expect(text).toContain('28 de abril de 2031');
    expect(await checkStructure(pdf)).toBe('');
    const info = await readInfo(pdf);
    expect(info['Tagged']).toBe('yes');
    expect(info['CreationDate']).toContain('Apr 28');
  });
});

test('a week on paper has the hours, the code, the place and the trainers, and says what did not happen', async () => {
  const monday = day('2031-05-05');
  const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const date = addDays(monday, offset);
    const sessions = offset === 1 ? [session(1, { date }), session(2, { date, state: 'cancelled' })] : [];
    return { date, dayOff: null, sessions };
  });
  const period = 'del 5 al 11 de mayo de 2031';
  const { pdf, pages } = await render(requestMonth(0, { period, month: null, weeks: [week] }));
  expect(pages).toBe(1);
  const [text] = await readTexts(pdf);
  expect(text).toContain('Calendario del 5 al 11 de mayo de 2031');
  expect(text).toContain('14:00–16:00 Curso 1');
  expect(text).toMatch(/PAN-1 · Salón municipal de Pairumani · Ana Ñáñez/);
  expect(text).toContain('Curso 2 (no se realizó)');
});
