import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../domain/calendar-date.ts';
import { deviceIdSchema } from '../../../domain/ids.ts';
import type { KnownDevice } from '../../../domain/packet.ts';
import { listReceivers, safeLockFor } from '../../../renderer/features/data/receivers.ts';

function device(letter: string, parts: Partial<KnownDevice> = {}): KnownDevice {
  return {
    id: deviceIdSchema.parse(letter.repeat(22)),
    name: `PC ${letter}`,
    series: letter,
    isThis: false,
    opensLocked: true,
    lacks: 0,
    lastPacketAt: null,
    lastChangeAt: null,
    retiredAt: null,
    needsCopy: false,
    fingerprint: null,
    ...parts,
  };
}

const own = device('A', { isThis: true });
const rosa = device('B');
const minted = device('C', { opensLocked: false });
const retired = device('D', { opensLocked: false, retiredAt: toInstant(0) });

describe('who gets a packet', () => {
  test('is every PC in use but this one, or the one that was chosen', () => {
    const devices = [own, rosa, minted, retired];
    expect(listReceivers(devices, null)).toEqual([rosa, minted]);
    expect(listReceivers(devices, rosa.id)).toEqual([rosa]);
  });
});

describe('the lock a packet begins with', () => {
  test.each([
    ['for the PCs of the office where each of them can open it', [own, rosa], null, 'devices'],
    ['for them too where the only one that cannot is out of use', [own, rosa, retired], null, 'devices'],
    ['a password where one of them could not open it', [own, rosa, minted], null, 'passphrase'],
    [
      'for the one that gets it and can open it, whatever the others can',
      [own, rosa, minted],
      rosa.id,
      'devices',
    ],
    ['a password where the one that gets it could not', [own, rosa, minted], minted.id, 'passphrase'],
    ['a password where nobody is known yet: never open by itself', [own], null, 'passphrase'],
  ] as const)('is %s', (_rule, devices, forDevice, lock) => {
    expect(safeLockFor(listReceivers(devices, forDevice))).toBe(lock);
  });
});
