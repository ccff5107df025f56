import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { afterAll, describe, expect, test } from 'vitest';
import {
  createAgePair,
  decryptBytes,
  decryptFile,
  encryptBytes,
  encryptFile,
  readAgeKind,
} from '../../../service/files/age.ts';
import { openWithAge } from '../../support/age-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'yachay-age-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

const passphrase = 'lluvia de noviembre en Vinto';
/** Three full pieces of 64 KiB and a rest. */
const content = Buffer.alloc(200_000, 'El pájaro tordo anida en los molles. ');
writeFileSync(file('plain'), content);

async function lock(name: string): Promise<string> {
  await encryptFile(file('plain'), file(name), { passphrase });
  return file(name);
}

describe('a file locked with a passphrase', () => {
  test('opens with it and holds what it held', async () => {
    const locked = await lock('locked.age');
    expect(await readAgeKind(locked)).toBe('passphrase');
    expect(await decryptFile(locked, file('opened'), { passphrase })).toBeNull();
    expect(readFileSync(file('opened')).equals(content)).toBe(true);
  });

  test('opens with the age program of the system', async () => {
    const locked = await lock('for-age.age');
    openWithAge(locked, passphrase, file('by-age'));
    expect(readFileSync(file('by-age')).equals(content)).toBe(true);
  });

  test('does not open with another', async () => {
    expect(await decryptFile(await lock('l.age'), file('out'), { passphrase: 'otra' })).toMatchObject({
      refused: 'WRONG_PASSPHRASE',
    });
  });

  test.each([
    ['within a piece', 100_000],
    ['between two pieces', -1],
    ['within the header', 60],
  ])('is known to be cut off %s', async (_where, size) => {
    const locked = await lock('cut.age');
    const header = readFileSync(locked).indexOf('\n', readFileSync(locked).indexOf('\n---') + 1) + 1;
    truncateSync(locked, size === -1 ? header + 16 + 2 * (65_536 + 16) : size);
    expect(await decryptFile(locked, file('out'), { passphrase })).toMatchObject({ refused: 'DAMAGED' });
  });

  test('is known to be altered, wherever a bit of it flips', async () => {
    const locked = readFileSync(await lock('flip.age'));
    const total = statSync(file('flip.age')).size;
    for (const place of [170, 250, 70_000, total - 1]) {
      const altered = Buffer.from(locked);
      altered[place] = (altered[place] ?? 0) ^ 4;
      writeFileSync(file('altered.age'), altered);
      const outcome = await decryptFile(file('altered.age'), file('out'), { passphrase });
      expect(outcome, `bit flipped at ${place}`).toMatchObject({ refused: 'DAMAGED' });
    }
  });

  test('is not opened where that would take an absurd amount of memory', async () => {
    const text = readFileSync(await lock('costly.age'), 'latin1').replace(/^(-> scrypt \S+) 17$/m, '$1 30');
    writeFileSync(file('costly.age'), text, 'latin1');
    const outcome = await decryptFile(file('costly.age'), file('out'), { passphrase });
    expect(outcome).toMatchObject({ refused: 'TOO_COSTLY' });
  });
});

describe('a file locked for a recipient', () => {
  test('opens with its identity, here and in the age program', async () => {
    const { identity, recipient } = await createAgePair();
    await encryptFile(file('plain'), file('to.age'), { recipients: [recipient] });
    expect(await readAgeKind(file('to.age'))).toBe('recipients');
    expect(await decryptFile(file('to.age'), file('mine'), { identities: [identity] })).toBeNull();
    expect(readFileSync(file('mine')).equals(content)).toBe(true);
    writeFileSync(file('identity.txt'), `${identity}\n`);
    const age = spawnSync('age', ['-d', '-i', file('identity.txt'), file('to.age')], { maxBuffer: 1e6 });
    expect(age.stdout.equals(content)).toBe(true);
  });

  test('does not open with another identity', async () => {
    const [{ recipient }, other] = [await createAgePair(), await createAgePair()];
    await encryptFile(file('plain'), file('to.age'), { recipients: [recipient] });
    const outcome = await decryptFile(file('to.age'), file('out'), { identities: [other.identity] });
    expect(outcome).toMatchObject({ refused: 'WRONG_PASSPHRASE' });
  });
});

describe('what is not an age file', () => {
  test('is refused as such', async () => {
    expect(await decryptFile(file('plain'), file('out'), { passphrase })).toMatchObject({
      refused: 'NOT_AGE',
    });
    writeFileSync(file('empty'), '');
    expect(await readAgeKind(file('empty'))).toMatchObject({ refused: 'NOT_AGE' });
  });

  test('is not read endlessly for a header that does not end', async () => {
    writeFileSync(file('endless'), `age-encryption.org/v1\n${'x'.repeat(5_000_000)}`);
    expect(await readAgeKind(file('endless'))).toMatchObject({ refused: 'DAMAGED' });
  });

  test('is told apart from a missing file, which is an error of the system', async () => {
    await expect(readAgeKind(file('missing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a few bytes', () => {
  test('are locked and opened in memory', async () => {
    const bytes = new TextEncoder().encode('hola');
    const locked = await encryptBytes(bytes, { passphrase });
    expect(await decryptBytes(locked, { passphrase })).toEqual(bytes);
    expect(await decryptBytes(locked.subarray(0, -1), { passphrase })).toMatchObject({ refused: 'DAMAGED' });
  });

  test('locked by another program with its own work factor open too', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(18);
    expect(await decryptBytes(await encrypter.encrypt('hola'), { passphrase })).toEqual(
      new TextEncoder().encode('hola'),
    );
  });
});
