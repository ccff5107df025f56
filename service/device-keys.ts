import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createSigningKeys } from '../db/change-log/chain.ts';
import type { DeviceKeys } from '../db/devices.ts';
import { createIssuingKey } from './certificates/issuing-key.ts';

/** Makes all that a device proves itself with: for its log, for packets meant for it, and for its certificates. */
export async function createDeviceKeys(): Promise<DeviceKeys> {
  const ageIdentity = await generateX25519Identity();
  return {
    ...createSigningKeys(),
    ageIdentity,
    ageRecipient: await identityToRecipient(ageIdentity),
    issuing: createIssuingKey(),
  };
}
