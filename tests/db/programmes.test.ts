import { describe, expect, test } from 'vitest';
import type { ProgrammeId, ThemeId } from '../../domain/ids.ts';
import type { Programme } from '../../domain/programme.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { createCourse } from '../../db/courses.ts';
import { all } from '../../db/database.ts';
import { createProgramme, listProgrammes, updateProgramme } from '../../db/programmes.ts';
import { newCourse } from '../../domain/course.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';

function getFirst(office: TestOffice): Programme {
  const [programme] = listProgrammes(office.db);
  if (programme === undefined) throw new Error('an office starts with a programme');
  return programme;
}

describe('programmes and themes', () => {
  test('are listed by name in Spanish order, themes in their own', () => {
    const office = createTestOffice();
    for (const name of ['Ñandú', 'Nuevo rumbo', 'Árbol']) {
      createProgramme(office.writer, { name, donor: 'AMDECO', themes: [] });
    }
    const names = listProgrammes(office.db).map(({ name }) => name);
    expect(names).toEqual(['Árbol', 'Nuevo rumbo', 'Ñandú', 'PMI-DEL']);
  });

  test('a new one is answered whole', () => {
    const { db, writer } = createTestOffice();
    const themes = [
      { id: null, name: 'Riego' },
      { id: null, name: 'Crédito' },
    ];
    const programme = createProgramme(writer, { name: 'Valles', donor: null, themes });
    expect(programme).toEqual({
      id: programme.id,
      name: 'Valles',
      donor: null,
      themes: [
        { id: programme.themes[0]?.id, programmeId: programme.id, name: 'Riego' },
        { id: programme.themes[1]?.id, programmeId: programme.id, name: 'Crédito' },
      ],
    });
    expect(listProgrammes(db)).toContainEqual(programme);
  });

  test('a change keeps, renames, moves, drops and adds themes', () => {
    const office = createTestOffice();
    const programme = getFirst(office);
    const [promotion, training, incentives] = programme.themes;
    if (!promotion || !training || !incentives) throw new Error('three themes');
    const changed = updateProgramme(office.writer, {
      id: programme.id,
      name: 'PMI-DEL II',
      donor: 'FCM',
      themes: [
        { id: incentives.id, name: incentives.name },
        { id: promotion.id, name: 'Promoción' },
        { id: null, name: 'Turismo' },
      ],
    });
    expect(changed).toMatchObject({
      id: programme.id,
      name: 'PMI-DEL II',
      donor: 'FCM',
      themes: [{ id: incentives.id }, { id: promotion.id, name: 'Promoción' }, { name: 'Turismo' }],
    });
    expect(listProgrammes(office.db)).toEqual([changed]);
    expect(all(office.db, 'SELECT id FROM theme WHERE deleted_at IS NOT NULL')).toEqual([
      { id: training.id },
    ]);
  });

  test('a theme that courses belong to cannot be left out, and nothing else changes then', () => {
    const office = createTestOffice();
    const before = getFirst(office);
    const themeId = before.themes[1]?.id ?? null;
    createCourse(office.writer, { ...newCourse, code: 'PAN', title: 'Panadería', themeId, modules: [] });
    const themes = before.themes.filter(({ id }) => id !== themeId);
    const answer = updateProgramme(office.writer, { ...before, name: 'Otro', themes });
    expect(answer).toEqual({
      refused: 'THEME_IN_USE',
      data: { name: 'Capacitación de micro, pequeños y medianos emprendedores', courses: 1 },
    });
    expect(getFirst(office)).toEqual(before);
  });

  test('the theme of another programme is taken as a new one', () => {
    const office = createTestOffice();
    const first = getFirst(office);
    const other = createProgramme(office.writer, { name: 'Valles', donor: null, themes: [] });
    const themes = [{ id: first.themes[0]?.id as ThemeId, name: 'Riego' }];
    const changed = updateProgramme(office.writer, { ...other, themes });
    expect(isRefusal(changed)).toBe(false);
    expect(getFirst(office)).toEqual(first);
  });

  test('a programme that is not there is not found', () => {
    const { writer } = createTestOffice();
    const id = '0000000000000000000000' as ProgrammeId;
    expect(updateProgramme(writer, { id, name: 'X', donor: null, themes: [] })).toMatchObject({
      refused: 'NOT_FOUND',
    });
  });
});
