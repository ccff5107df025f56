import { type DeviceId, deviceIdSchema } from '../../../domain/ids.ts';
import type { KnownDevice } from '../../../domain/packet.ts';

/** How the form names all PCs of the office at once. */
export const everyone = 'all';

/** The PC that was chosen in the form; null: all. */
export function readReceiver(value: unknown): DeviceId | null {
  return value === everyone ? null : deviceIdSchema.parse(value);
}

/** The PCs that a packet is for; `forDevice` null: all of the office that are in use. */
export function listReceivers(
  devices: readonly KnownDevice[],
  forDevice: DeviceId | null,
): readonly KnownDevice[] {
  return devices.filter(
    ({ id, isThis, retiredAt }) => !isThis && retiredAt === null && (forDevice === null || id === forDevice),
  );
}

/**
 * The lock to begin with: for the PCs of the office, which asks nobody for anything, wherever each of those that get
 * the packet can open it; else a password. Open, for whoever finds the stick, it is only by choice.
 */
export function safeLockFor(receivers: readonly KnownDevice[]): 'devices' | 'passphrase' {
  const canAllOpen = receivers.length > 0 && receivers.every(({ opensLocked }) => opensLocked);
  return canAllOpen ? 'devices' : 'passphrase';
}
