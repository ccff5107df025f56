import { describe, expect, test } from 'vitest';
import { type Course, type CourseDraft, newCourse } from '../../domain/course.ts';
import type { CourseId, CourseModuleId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import {
  createCourse,
  findCourse,
  getCourse,
  listCourses,
  removeCourse,
  restoreCourse,
  updateCourse,
} from '../../db/courses.ts';
import { all, insertRow, type Writer } from '../../db/database.ts';
import { listProgrammes } from '../../db/programmes.ts';
import { createTestOffice } from '../support/office.ts';

const bakery: CourseDraft = {
  ...newCourse,
  code: 'PAN',
  title: 'Panadería',
  contents: 'Masas y hornos',
  hours: 24.5,
  validityMonths: 36,
  modules: [
    { id: null, title: 'Masas', hours: 12 },
    { id: null, title: 'Hornos', hours: 12.5 },
  ],
};

function addCourse(writer: Writer, draft: CourseDraft): Course {
  const course = createCourse(writer, draft);
  if (isRefusal(course)) throw new Error(course.refused);
  return course;
}

function addEdition(writer: Writer, course: Course): void {
  insertRow(writer, 'edition', {
    id: writer.newId(),
    course_id: course.id,
    code: 'PAN-2026-01',
    status: 'planned',
    place: 'Vinto',
    starts_on: '2026-03-02',
    ends_on: '2026-03-20',
    capacity: 20,
    leave_policy: 'neutral',
  });
}

describe('courses', () => {
  test('a new one is answered whole, with its theme and modules in order', () => {
    const { db, writer } = createTestOffice();
    const theme = listProgrammes(db)[0]?.themes[1];
    const course = addCourse(writer, { ...bakery, themeId: theme?.id ?? null });
    expect(course).toEqual({
      ...bakery,
      id: course.id,
      themeId: theme?.id,
      themeName: 'Capacitación de micro, pequeños y medianos emprendedores',
      modules: [
        { id: course.modules[0]?.id, title: 'Masas', hours: 12 },
        { id: course.modules[1]?.id, title: 'Hornos', hours: 12.5 },
      ],
      prerequisites: [],
      editionCount: 0,
    });
    expect(getCourse(db, course.id)).toEqual(course);
    expect(listCourses(db)).toEqual([course]);
  });

  test('are listed by title in Spanish order', () => {
    const { db, writer } = createTestOffice();
    for (const title of ['Ñuñu', 'Tejidos', 'Nutrición', 'Óptica']) {
      addCourse(writer, { ...bakery, code: title, title });
    }
    expect(listCourses(db).map(({ title }) => title)).toEqual(['Nutrición', 'Ñuñu', 'Óptica', 'Tejidos']);
  });

  test('a code is taken in whatever case and accents', () => {
    const { writer } = createTestOffice();
    addCourse(writer, { ...bakery, code: 'Café-1' });
    expect(createCourse(writer, { ...bakery, code: 'CAFE-1' })).toEqual({
      refused: 'CODE_TAKEN',
      data: undefined,
    });
  });

  test('a change keeps, renames, moves, drops and adds modules', () => {
    const { db, writer, passTime } = createTestOffice();
    const course = addCourse(writer, bakery);
    const [doughs, ovens] = course.modules;
    if (!doughs || !ovens) throw new Error('two modules');
    passTime(1000);
    const modules = [
      { ...ovens, title: 'Hornos de barro' },
      { id: null, title: 'Costos', hours: 4 },
    ];
    const changed = updateCourse(writer, {
      id: course.id,
      draft: { ...bakery, title: 'Panadería II', modules },
    });
    expect(changed).toMatchObject({
      title: 'Panadería II',
      modules: [
        { id: ovens.id, title: 'Hornos de barro' },
        { title: 'Costos', hours: 4 },
      ],
    });
    expect(findCourse(db, course.id)).toEqual(changed);
    expect(all(db, 'SELECT id FROM course_module WHERE deleted_at IS NOT NULL')).toEqual([{ id: doughs.id }]);
  });

  test('a module that stays as it was is not written again', () => {
    const { db, writer, passTime } = createTestOffice();
    const course = addCourse(writer, bakery);
    passTime(1000);
    updateCourse(writer, { id: course.id, draft: { ...bakery, modules: course.modules } });
    expect(all(db, 'SELECT DISTINCT changed_at - created_at AS wait FROM course_module')).toEqual([
      { wait: 0 },
    ]);
  });

  test('a module of another course, or one named twice, is taken as new', () => {
    const { writer } = createTestOffice();
    const course = addCourse(writer, bakery);
    const foreign = { id: '0000000000000000000000' as CourseModuleId, title: 'Ajeno', hours: 1 };
    const modules = [foreign, ...course.modules, ...course.modules.slice(0, 1)];
    const changed = updateCourse(writer, { id: course.id, draft: { ...bakery, modules } });
    if (isRefusal(changed)) throw new Error(changed.refused);
    expect(changed.modules.map(({ title }) => title)).toEqual(['Ajeno', 'Masas', 'Hornos', 'Masas']);
    expect(new Set(changed.modules.map(({ id }) => id)).size).toBe(4);
  });

  test('keeps its own code, but cannot take another’s', () => {
    const { writer } = createTestOffice();
    const course = addCourse(writer, bakery);
    addCourse(writer, { ...bakery, code: 'TEJ' });
    expect(updateCourse(writer, { id: course.id, draft: { ...bakery, code: 'pan' } })).toMatchObject({
      code: 'pan',
    });
    expect(updateCourse(writer, { id: course.id, draft: { ...bakery, code: 'TEJ' } })).toMatchObject({
      refused: 'CODE_TAKEN',
    });
  });

  test('can be taken out and brought back', () => {
    const { db, writer } = createTestOffice();
    const course = addCourse(writer, bakery);
    expect(removeCourse(writer, course.id)).toBeNull();
    expect(listCourses(db)).toEqual([]);
    expect(getCourse(db, course.id)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(removeCourse(writer, course.id)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(restoreCourse(writer, course.id)).toEqual(course);
  });

  test('stays while it has editions', () => {
    const { db, writer } = createTestOffice();
    const course = addCourse(writer, bakery);
    addEdition(writer, course);
    expect(removeCourse(writer, course.id)).toEqual({ refused: 'COURSE_IN_USE', data: { editions: 1 } });
    expect(findCourse(db, course.id)).toEqual({ ...course, editionCount: 1 });
  });

  test('one that is not there is not found', () => {
    const { writer } = createTestOffice();
    const id = '0000000000000000000000' as CourseId;
    expect(updateCourse(writer, { id, draft: bakery })).toMatchObject({ refused: 'NOT_FOUND' });
    expect(restoreCourse(writer, id)).toMatchObject({ refused: 'NOT_FOUND' });
  });
});
