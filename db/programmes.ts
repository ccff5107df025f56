import type { ProgrammeId, ThemeId } from '../domain/ids.ts';
import type { Programme, ProgrammeDraft } from '../domain/programme.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { compareSpanish } from '../domain/text.ts';
import {
  all,
  deleteRow,
  findRow,
  getNumber,
  insertRow,
  inTransaction,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';
import { requireJustWritten } from './just-written.ts';

interface ProgrammeRow {
  id: ProgrammeId;
  name: string;
  donor: string | null;
}

interface ThemeRow {
  id: ThemeId;
  programme_id: ProgrammeId;
  position_in_list: number;
  name: string;
}

type ThemeInUse = Refusal<'THEME_IN_USE', { name: string; courses: number }>;

/** All programmes by name, each with its themes in their own order. */
export function listProgrammes(db: ReadableDb): Programme[] {
  const rows = all<ProgrammeRow>(db, 'SELECT id, name, donor FROM programme WHERE deleted_at IS NULL');
  const themesByProgramme = Map.groupBy(listThemeRows(db), (theme) => theme.programme_id);
  return rows
    .map((row) => rowToProgramme(row, themesByProgramme.get(row.id) ?? []))
    .toSorted((a, b) => compareSpanish(a.name, b.name));
}

/** Makes a programme with its themes; ids that the draft gives to themes are ignored: all are new. */
export function createProgramme(writer: Writer, draft: ProgrammeDraft): Programme {
  return inTransaction(writer.db, () => {
    const id = writer.newId();
    insertRow(writer, 'programme', { id, name: draft.name, donor: draft.donor });
    for (const [index, { name }] of draft.themes.entries()) insertTheme(writer, id, index, name);
    return requireJustWritten(findProgramme(writer.db, id));
  });
}

/** Changes a programme and its themes. A theme that courses belong to cannot be left out. */
export function updateProgramme(
  writer: Writer,
  draft: ProgrammeDraft & { id: ProgrammeId },
): Programme | Refusal<'NOT_FOUND'> | ThemeInUse {
  return inTransaction(writer.db, () => {
    if (findProgramme(writer.db, draft.id) === null) return refuse('NOT_FOUND');
    const stored = listThemeRows(writer.db).filter((theme) => theme.programme_id === draft.id);
    const kept = new Set(draft.themes.map(({ id }) => id));
    const dropped = stored.filter(({ id }) => !kept.has(id));
    const refusal = refuseDropping(writer.db, dropped);
    if (refusal !== null) return refusal;
    const { id, name, donor } = draft;
    updateRow(writer, 'programme', { id }, { name, donor });
    for (const theme of dropped) deleteRow(writer, 'theme', { id: theme.id });
    writeThemes(writer, draft, new Map(stored.map((theme) => [theme.id, theme])));
    return requireJustWritten(findProgramme(writer.db, id));
  });
}

function findProgramme(db: ReadableDb, id: string): Programme | null {
  const row = findRow<ProgrammeRow>(
    db,
    'SELECT id, name, donor FROM programme WHERE id = ? AND deleted_at IS NULL',
    id,
  );
  if (row === undefined) return null;
  const themes = listThemeRows(db).filter((theme) => theme.programme_id === id);
  return rowToProgramme(row, themes);
}

function listThemeRows(db: ReadableDb): ThemeRow[] {
  return all<ThemeRow>(
    db,
    `SELECT id, programme_id, position_in_list, name FROM theme
      WHERE deleted_at IS NULL ORDER BY position_in_list, id`,
  );
}

function refuseDropping(db: ReadableDb, themes: readonly ThemeRow[]): ThemeInUse | null {
  for (const { id, name } of themes) {
    const courses = getNumber(
      db,
      'SELECT count(*) FROM course WHERE theme_id = ? AND deleted_at IS NULL',
      id,
    );
    if (courses > 0) return refuse('THEME_IN_USE', { name, courses });
  }
  return null;
}

/** A theme that stays as it was is not written; an id that this programme does not know is taken as new. */
function writeThemes(
  writer: Writer,
  draft: ProgrammeDraft & { id: ProgrammeId },
  storedById: ReadonlyMap<ThemeId, ThemeRow>,
): void {
  for (const [index, { id, name }] of draft.themes.entries()) {
    const before = id === null ? undefined : storedById.get(id);
    if (before === undefined) insertTheme(writer, draft.id, index, name);
    else if (before.name !== name || before.position_in_list !== index) {
      updateRow(writer, 'theme', { id: before.id }, { name, position_in_list: index });
    }
  }
}

function insertTheme(writer: Writer, programmeId: string, index: number, name: string): void {
  const row = { id: writer.newId(), programme_id: programmeId, position_in_list: index, name };
  insertRow(writer, 'theme', row);
}

function rowToProgramme(row: ProgrammeRow, themes: readonly ThemeRow[]): Programme {
  return {
    id: row.id,
    name: row.name,
    donor: row.donor,
    themes: themes.map((theme) => ({ id: theme.id, programmeId: theme.programme_id, name: theme.name })),
  };
}
