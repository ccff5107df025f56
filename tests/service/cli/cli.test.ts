import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { newCourse } from '../../../domain/course.ts';
import { router } from '../../../service/router/router.ts';
import { createService } from '../../../service/service.ts';
import { runYachay } from './run-yachay.ts';

const lists = resolve(import.meta.dirname, '../../fixtures/lists');
const panaderia = join(lists, 'inscritos-panaderia.xlsx');
const resourcesFolder = resolve(import.meta.dirname, '../../../resources');
const day = (text: string) => calendarDateSchema.parse(text);

let folder: string;
let data: string;
const yachay = (...words: string[]) => runYachay(data, ...words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-cli-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the screens do between importing and issuing: a course, an edition, sessions. */
async function withClient<Result>(
  work: (client: ReturnType<typeof createClient>) => Promise<Result>,
): Promise<Result> {
  const service = createService({ dataFolder: data, resourcesFolder });
  try {
    const client = createClient(service);
    await client.setup.state();
    return await work(client);
  } finally {
    service.close();
  }
}

function createClient(service: ReturnType<typeof createService>) {
  return createRouterClient(router, { context: { service, connection: { userId: null } } });
}

async function createEdition() {
  return withClient(async (client) => {
    const draft = { ...newCourse, modules: [], code: 'PAN', title: 'Panadería y costos', passMark: null };
    const course = await client.courses.create({ ...draft, givesApproval: false });
    const edition = await client.editions.create({
      courseId: course.id,
      code: 'PAN-2026-02',
      place: 'Casa Municipal de Cultura',
      room: null,
      startsOn: day('2026-11-02'),
      endsOn: day('2026-11-06'),
      capacity: 40,
      attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
      notes: null,
      trainers: [],
    });
    const hours = { startsAt: '18:30', minutes: 120, topic: null, moduleId: null, room: null };
    const drafts = ['2026-11-02', '2026-11-04', '2026-11-06'].map((date) => ({ ...hours, date: day(date) }));
    await client.sessions.plan({ editionId: edition.id, drafts });
    await client.editions.move({ editionId: edition.id, to: 'open' });
  });
}

/** Everyone comes to everything, but the first of the list to nothing; then the edition is closed. */
async function holdAndClose() {
  await withClient(async (client) => {
    const [edition] = await client.editions.list({ courseId: null });
    if (edition === undefined) throw new Error('no edition');
    await client.editions.move({ editionId: edition.id, to: 'running' });
    const { sessions, enrolments } = await client.attendance.grid({ editionId: edition.id });
    const changes = enrolments.flatMap((enrolment, index) =>
      sessions.map((session) => ({
        sessionId: session.id,
        enrolmentId: enrolment.id,
        mark: index === 0 ? ('F' as const) : ('P' as const),
      })),
    );
    await client.attendance.mark({ changes });
    await client.editions.close({ editionId: edition.id, acceptsUnrecorded: false });
  });
}

/** All certificates in the order of their folios. */
async function listRegister() {
  const query = { text: '', editionId: null, offset: 0, limit: 100 };
  const { rows } = await withClient((client) => client.certificates.register(query));
  return rows.toSorted((a, b) => (a.folio < b.folio ? -1 : 1));
}

/** What a reader finds on each page of a scan with 150 dots an inch. */
function readSeals(pdf: string): string[] {
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', pdf, join(folder, 'page')]);
  const pages = readdirSync(folder).filter((name) => /^page-\d+\.png$/.test(name));
  return pages.toSorted().map((page) =>
    execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, page)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).replace(/\n$/, ''),
  );
}

describe('the command line', () => {
  test('answers wrong usage with status 2 and how it is used, on standard error', () => {
    for (const words of [
      [],
      ['invent'],
      ['init'],
      ['sheet', '--edition', 'X'],
      ['verify'],
      ['editions', '--out', 'x'],
    ]) {
      const run = yachay(...words);
      expect(run).toMatchObject({ status: 2, output: '' });
      expect(run.errors).toContain('certificates issue --edition CODE --out FILE.pdf');
    }
  });

  test('refuses with status 1 and a sentence before there is an office', () => {
    expect(yachay('--json', 'editions')).toMatchObject({ status: 1, output: '' });
    expect(yachay('editions').errors).toContain('Aún no hay una oficina');
  });

  test('sets up an office once', () => {
    const words = [
      '--json',
      'init',
      '--office',
      'GAM Vinto',
      '--municipality',
      '030904',
      '--user',
      'Rosa Quispe',
    ];
    expect(yachay(...words).json).toEqual({ office: 'GAM Vinto', user: 'Rosa Quispe' });
    const again = yachay(...words);
    expect(again).toMatchObject({ status: 1, output: '' });
    expect(again.errors.trim()).not.toBe('');
    expect(yachay('--json', 'editions').json).toEqual([]);
  });

  test('reads a list without storing it', () => {
    const { status, json } = yachay('--json', 'import', panaderia);
    expect(status).toBe(0);
    expect(json).toMatchObject({ rows: 37, recognised: 37, created: 36, matched: 1 });
    expect(json).toMatchObject({
      duplicates: [{ row: 42, kind: 'same', otherRow: 10 }],
      problems: [
        { row: 25, column: 'I', value: 'no tiene' },
        { row: 31, column: 'H', value: '31/02/1990' },
      ],
    });
    expect(yachay('--json', 'import', panaderia).json).toEqual(json);
  });

  test('stores it with --commit, and recognises everyone the second time', async () => {
    await createEdition();
    const words = ['--json', 'import', panaderia, '--edition', 'pan-2026-02'];
    expect(yachay(...words, '--commit').json).toMatchObject({ created: 36, matched: 1 });
    expect(yachay(...words).json).toMatchObject({ rows: 37, created: 0, matched: 37 });
    expect(yachay('--json', 'editions').json).toEqual([
      {
        code: 'PAN-2026-02',
        course: 'Panadería y costos',
        status: 'open',
        enrolled: 36,
        capacity: 40,
        sessions: 3,
      },
    ]);
  });

  test('tells the history of a row, and refuses one that is not there', async () => {
    const id = await withClient(async (client) => {
      const [person] = await client.people.search({ text: 'zurita', limit: 1 });
      if (person === undefined) throw new Error('the list has someone of that name');
      return person.id;
    });
    const { status, json } = yachay('--json', 'history', 'person', id);
    expect(status).toBe(0);
    expect(json).toMatchObject([{ user: 'Rosa Quispe', entries: [{ verb: 'created', stands: true }] }]);
    const unknown = yachay('--json', 'history', 'person', 'x');
    expect(unknown.status).toBe(1);
    expect(unknown.errors).toMatch(/ya no está/);
  });

  test('refuses data of a newer version with what to do, and leaves them as they are', () => {
    const newer = join(folder, 'newer');
    expect(runYachay(newer, 'demo').status).toBe(0);
    const file = join(newer, 'yachay.db');
    const database = new BetterSqlite3(file);
    database.pragma('user_version = 999');
    database.close();
    const run = runYachay(newer, '--json', 'editions');
    expect(run).toMatchObject({ status: 1, output: '' });
    expect(run.errors).toBe(
      'Estos datos se guardaron con una versión más nueva de Yachay. Instale esa versión en este equipo.\n',
    );
  });

  test('refuses a municipality that is none, and a file that cannot be written, in words', () => {
    const words = ['--office', 'X', '--municipality', '999999', '--user', 'Y'];
    expect(runYachay(join(folder, 'none'), 'init', ...words).errors).toContain('«999999»');
    const out = join(folder, 'no-such-folder', 'sheet.pdf');
    const run = yachay('sheet', '--edition', 'PAN-2026-02', '--out', out);
    expect(run.status).toBe(1);
    expect(run.errors).toBe(`No se pudo escribir el archivo «${out}» (ENOENT). Elija otra carpeta.\n`);
  });

  test('says what is wrong with a file or a code', () => {
    expect(yachay('import', join(lists, 'none.xlsx')).errors).toContain('No se encuentra el archivo');
    expect(yachay('sheet', '--edition', 'NONE', '--out', join(folder, 'x.pdf')).errors).toContain('«NONE»');
    const broken = yachay('import', join(import.meta.dirname, 'cli.test.ts'));
    expect(broken.status).toBe(1);
    expect(broken.errors.trim()).toMatch(/^[^\n]+\.$/);
  });

  test('prints the sheet with everyone on it', () => {
    const out = join(folder, 'sheet.pdf');
    expect(yachay('--json', 'sheet', '--edition', 'PAN-2026-02', '--out', out)).toMatchObject({ status: 0 });
    const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    expect(text).toContain('Céspedes López');
    expect(execFileSync('qpdf', ['--check', out], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('issues certificates that pdftotext, zbarimg and verify can read, the same bytes twice', async () => {
    await holdAndClose();
    const out = join(folder, 'certificates.pdf');
    const words = ['--json', 'certificates', 'issue', '--edition', 'PAN-2026-02', '--out', out];
    const { json } = yachay(...words);
    expect(json).toMatchObject({ issued: 35, skipped: [{ reason: 'resultDoesNotAllow' }] });
    const first = readFileSync(out);
    expect(yachay(...words).json).toMatchObject({ issued: 0, folios: [] });
    expect(readFileSync(out).equals(first)).toBe(true);
    const register = await listRegister();
    const texts = execFileSync('pdftotext', [out, '-'], { encoding: 'utf8' }).split('\f');
    expect(register.map(({ personName }, page) => texts[page]?.includes(personName))).toEqual(
      register.map(() => true),
    );
    expect(register.map(({ personName }) => personName)).toContain('Noemí Choque Morales');

    const seals = readSeals(out);
    expect(seals).toEqual(register.map(({ seal }) => seal));
    const answer = yachay('--json', 'verify', seals[0] ?? '');
    expect(answer).toMatchObject({
      status: 0,
      json: { valid: true, course: 'Panadería y costos', hours: 20, office: 'GAM Vinto' },
    });
    await withClient(async (client) => {
      for (const [page, text] of seals.entries()) {
        const name = register[page]?.personName;
        expect(await client.certificates.verify({ text })).toMatchObject({ valid: true, name });
      }
    });
    const [seal = ''] = seals;
    const altered = seal.slice(0, 80) + (seal.charAt(80) === 'A' ? 'B' : 'A') + seal.slice(81);
    expect(yachay('--json', 'verify', altered)).toMatchObject({
      status: 1,
      json: { valid: false, name: null },
    });
  });

  test('makes an office to look around in', () => {
    const demo = join(folder, 'demo');
    expect(runYachay(demo, '--json', 'demo', '--seed', '7').status).toBe(0);
    const { json } = runYachay(demo, '--json', 'editions');
    expect(json).toHaveLength(7);
    expect(new Set(Array.isArray(json) ? json.map(({ status }) => status) : [])).toEqual(
      new Set(['planned', 'open', 'running', 'closed', 'cancelled']),
    );
  });
});
