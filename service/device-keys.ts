import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createSigningKeys } from '../db/change-log/chain.ts';
import type { DeviceKeys } from '../db/devices.ts';
import { createIssuingKey } from './certificates/issuing-key.ts';

/** Makes all that a device proves itself with: for its log, for packets meant for it, and for its certificates. */
export async function createDeviceKeys(): Promise<DeviceKeys> {
  return { ...createDeviceKeysNow(), ...(await createAgeKeys()) };
}

/** The same without the keys for packets meant for it, which take a moment; they are added when they are needed. */
export function createDeviceKeysNow(): DeviceKeys {
  return { ...createSigningKeys(), ageIdentity: null, ageRecipient: null, issuing: createIssuingKey() };
}

/** Makes the keys with which others lock packets for a device, and it opens them. */
export async function createAgeKeys(): Promise<{ ageIdentity: string; ageRecipient: string }> {
  const ageIdentity = await generateX25519Identity();
  return { ageIdentity, ageRecipient: await identityToRecipient(ageIdentity) };
}
