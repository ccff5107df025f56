import { describe, expect, test } from 'vitest';
import { hashPassword, isPasswordOf } from '../../service/passwords.ts';

describe('passwords', () => {
  test('a hash says with what costs it was made, and no two are alike', async () => {
    const [first, second] = [await hashPassword('quinua real'), await hashPassword('quinua real')];
    expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w+/]{22}==\$[\w+/]{43}=$/);
    expect(first).not.toBe(second);
  });

  test('only the same password fits, however its accents are composed', async () => {
    const hash = await hashPassword('ñandú-2026');
    expect(await isPasswordOf(hash, 'ñandú-2026'.normalize('NFD'))).toBe(true);
    expect(await isPasswordOf(hash, 'nandu-2026')).toBe(false);
    expect(await isPasswordOf(hash, '')).toBe(false);
  });

  test('a hash made with other costs still fits', async () => {
    const cheap = 'scrypt$16$8$1$AAECAwQFBgcICQoLDA0ODw==$7hSukf5TpoZIt1BA4D4ixkYNNBcXHxAOnZqeKAHqwSU=';
    expect(await isPasswordOf(cheap, 'quinua real')).toBe(true);
  });

  test.each([
    ['what is no hash', 'quinua real'],
    ['one cut off', 'scrypt$16$8$1$AAECAwQFBgcICQoLDA0ODw==$7hSukf5TpoZIt1BA4D4ixkYN'],
    ['costs of a gigabyte', `scrypt$${2 ** 20}$8$1$AAECAwQFBgcICQoLDA0ODw==$${'A'.repeat(43)}=`],
    ['costs of minutes', `scrypt$32768$8$99$AAECAwQFBgcICQoLDA0ODw==$${'A'.repeat(43)}=`],
    ['costs that are none', `scrypt$1000$8$1$AAECAwQFBgcICQoLDA0ODw==$${'A'.repeat(43)}=`],
  ])('no password is that of %s', async (_, hash) => {
    expect(await isPasswordOf(hash, 'quinua real')).toBe(false);
  });
});
