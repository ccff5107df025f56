import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWithAge } from '../../support/age-program.ts';
import { runYachay } from './run-yachay.ts';

const service = (file: string) => resolve(import.meta.dirname, '../../../service', file);
const passphrase = 'lluvia de noviembre en Vinto';

let folder: string;
let data: string;
const yachay = (...words: string[]) => runYachay(data, '--json', ...words);
const file = (name: string) => join(folder, name);

/** A command that reads its passphrase. */
function yachayWith(input: string, ...words: string[]) {
  const all = [service('cli/main.ts'), '--data', data, '--json', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    input: `${input}\n`,
    encoding: 'utf8',
  });
  return { status, json: stdout === '' ? null : (JSON.parse(stdout) as unknown), errors: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-cli-backup-'));
  data = file('data');
  expect(yachay('demo').status).toBe(0);
  expect(yachay('backup', '--out', file('plain.db')).status).toBe(0);
  const locked = yachayWith(passphrase, 'backup', '--out', file('oficina.db.age'), '--passphrase-stdin');
  expect(locked).toMatchObject({ status: 0, json: { file: file('oficina.db.age'), encrypted: true } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check', () => {
  test('finds an office sound, and an empty folder too', () => {
    expect(yachay('check')).toMatchObject({
      status: 0,
      json: { ok: true, integrity: [], foreignKeys: [], log: [] },
    });
    expect(runYachay(file('nothing'), '--json', 'check')).toMatchObject({ status: 0, json: { ok: true } });
  });

  test('finds a value that was changed behind the log, and a page that is gone', () => {
    const copy = file('altered');
    execFileSync('cp', ['-r', data, copy]);
    const database = join(copy, 'yachay.db');
    const db = new BetterSqlite3(database);
    db.pragma('journal_mode = DELETE');
    db.exec(
      "UPDATE log_clock SET is_logging = 0; UPDATE person SET given_names = 'Otra' WHERE row_number = 1",
    );
    db.exec('UPDATE log_clock SET is_logging = 1');
    db.close();
    const altered = runYachay(copy, '--json', 'check');
    expect(altered.status).toBe(1);
    expect(altered.json).toMatchObject({
      ok: false,
      integrity: [],
      log: [expect.stringContaining('given_names')],
    });
    const bytes = readFileSync(database);
    bytes.fill(0xa5, 4096 * 20, 4096 * 21);
    writeFileSync(database, bytes);
    const spoilt = runYachay(copy, '--json', 'check');
    expect(spoilt.status).toBe(1);
    expect(spoilt.json).toMatchObject({ ok: false });
  });
});

describe('backup and restore', () => {
  test('write a file that age and sqlite3 open, and bring it back', () => {
    openWithAge(file('oficina.db.age'), passphrase, file('opened.db'));
    const sound = execFileSync('sqlite3', [
      file('opened.db'),
      'PRAGMA integrity_check; SELECT count(*) FROM person',
    ]);
    const [verdict, people] = sound.toString('utf8').trim().split('\n');
    expect(verdict).toBe('ok');
    const before = yachay('digest').json;

    const look = yachayWith(passphrase, 'restore', file('oficina.db.age'), '--passphrase-stdin');
    expect(look).toMatchObject({ status: 0, json: { people: Number(people), restored: false, lost: [] } });
    expect(yachay('digest').json).toEqual(before);

    const restored = yachayWith(
      passphrase,
      'restore',
      file('oficina.db.age'),
      '--passphrase-stdin',
      '--commit',
    );
    expect(restored).toMatchObject({
      status: 0,
      json: { restored: true, setAside: expect.stringMatching(/set-aside/) },
    });
    expect(yachay('check')).toMatchObject({ status: 0, json: { ok: true } });
    expect(yachay('editions').json).toHaveLength(7);
  });

  test('refuse the wrong passphrase and a missing file in words', () => {
    const wrong = yachayWith('otra frase de paso', 'restore', file('oficina.db.age'), '--passphrase-stdin');
    expect(wrong).toMatchObject({ status: 1, errors: 'La contraseña del archivo no es correcta.\n' });
    const none = yachay('restore', file('oficina.db.age'));
    expect(none.errors).toBe('El archivo está cifrado. Escriba la contraseña con la que se preparó.\n');
    expect(yachay('restore', file('nada.db')).status).toBe(1);
    expect(yachay('backup', '--out', '/nowhere/at/all.db').errors).toMatch(/No se encontró/);
  });

  test('start an office in an empty folder', () => {
    const empty = file('new-pc');
    expect(runYachay(empty, '--json', 'restore', file('plain.db'), '--commit')).toMatchObject({
      status: 0,
      json: { restored: true, setAside: null, present: null },
    });
    expect(runYachay(empty, '--json', 'editions').json).toHaveLength(7);
  });
});

describe('while Yachay is open', () => {
  /** Starts the loopback host as `npm start` does and waits for its address. */
  async function startHost() {
    const host = spawn(process.execPath, [service('hosts/loopback-main.ts'), '--data', data], {
      stdio: 'pipe',
    });
    let said = '';
    host.stderr.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
    const [first] = await Promise.race([once(host.stdout, 'data'), once(host, 'exit').then(() => [''])]);
    return { host, address: String(first), errors: () => said };
  }

  test('a second one is refused with what to do; readers and writers of the command line are not; restoring is', async () => {
    const { host, address } = await startHost();
    expect(address).toMatch(/^Yachay: http/);
    const second = await startHost();
    expect(second.address).toBe('');
    expect(second.errors()).toBe(
      'Yachay ya está abierto con estos datos. Use esa ventana, o ciérrela y vuelva a intentarlo.\n',
    );
    expect(yachay('editions').status).toBe(0);
    expect(yachay('check').status).toBe(0);
    const restore = yachay('restore', file('plain.db'), '--commit');
    expect(restore).toMatchObject({ status: 1 });
    expect(restore.errors).toMatch(/ya está abierto/);
    host.kill('SIGTERM');
    await once(host, 'exit');
    expect(existsSync(join(data, 'running'))).toBe(false);
  });

  test('it leaves a backup when it closes, and none when nothing was written since', async () => {
    const list = () => execFileSync('ls', [join(data, 'backups')], { encoding: 'utf8' });
    const before = list();
    const { host } = await startHost();
    host.kill('SIGTERM');
    await once(host, 'exit');
    expect(list()).toBe(before);
  });

  test('a killed one keeps nobody out', async () => {
    const { host } = await startHost();
    host.kill('SIGKILL');
    await once(host, 'exit');
    expect(existsSync(join(data, 'running'))).toBe(true);
    const next = await startHost();
    expect(next.address).toMatch(/^Yachay: http/);
    next.host.kill('SIGTERM');
    await once(next.host, 'exit');
  });
});

describe('restoring that is killed at any moment', () => {
  test('leaves the office before or the one restored, whole', async () => {
    const outcomes = new Set<unknown>();
    for (let round = 0; round < 5; round += 1) {
      const words = ['--data', data, '--json', 'restore', file('plain.db'), '--commit'];
      const restore = spawn(process.execPath, [service('cli/main.ts'), ...words], { stdio: 'ignore' });
      const ended = once(restore, 'exit');
      await Promise.race([ended, wait(600 + round * 500)]);
      restore.kill('SIGKILL');
      const [code] = await ended;
      outcomes.add(code);
      const check = yachay('check');
      expect(check.json).toMatchObject({ ok: true, integrity: [], foreignKeys: [], log: [] });
      expect(yachay('editions').json).toHaveLength(7);
    }
    expect(outcomes.has(null)).toBe(true);
  });
});
