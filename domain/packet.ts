import { z } from 'zod';
import { instantSchema } from './calendar-date.ts';
import { seriesPattern } from './folio.ts';
import { deviceIdSchema } from './ids.ts';

/** Of the container and its lines; a later one is refused with "update Yachay". */
export const packetFormat = 1;

/** Of so many devices a packet tells; no office ever had more. */
export const maxDevices = 500;

const sequence = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const deviceId = z.string().regex(/^[0-9A-Za-z]{22}$/);
const hash = z.string().regex(/^([0-9a-f]{64})?$/);
const signature = z.string().max(200);
/** For people to read. Whatever a row says, it is cut to size and never makes a packet unreadable. */
const shownText = z.string().transform((text) => text.slice(0, 200));
/** Letters of a series that are none become 'Z': it only names a file and suggests a row. */
const shownSeries = z.string().transform((text) => (seriesPattern.test(text) ? text : 'Z'));

/** A device as it presents itself in a packet. */
export const packetDeviceSchema = z.object({
  id: deviceId,
  name: shownText,
  series: shownSeries,
  publicKey: z.string().regex(/^[0-9A-Za-z_-]{43}$/),
  ageRecipient: z
    .string()
    .regex(/^age1[0-9a-z]{20,100}$/)
    .nullable(),
});
export type PacketDevice = z.infer<typeof packetDeviceSchema>;

/** The entries of one device in a packet: those after `after` up to `to`, and its own word for them. */
export const packetSectionSchema = z.object({
  device: packetDeviceSchema,
  after: sequence,
  to: sequence,
  hashBefore: hash,
  hash,
  signature,
});
export type PacketSection = z.infer<typeof packetSectionSchema>;

/** What a packet says of itself, readable in any text editor; signed by whoever made it. */
export const packetManifestSchema = z.object({
  format: z.number().int(),
  office: z.object({ id: z.string().max(40), name: shownText }),
  from: packetDeviceSchema,
  /** Null: for whoever gets it. */
  for: deviceId.nullable(),
  madeAt: instantSchema,
  schemaVersion: z.number().int(),
  /** How far the entries of each device are at the sender: what it need not be sent again. */
  knows: z.record(deviceId, sequence).refine((heads) => Object.keys(heads).length <= maxDevices),
  /** The last word of each device about its own entries that the sender has: by it a device finds out that it has two histories. */
  seals: z
    .record(deviceId, z.object({ sequence, hash, signature }))
    .refine((seals) => Object.keys(seals).length <= maxDevices),
  sections: z.array(packetSectionSchema).max(maxDevices),
  entries: z.number().int().min(0),
  /** Of the compressed body. */
  body: z.object({ bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type PacketManifest = z.infer<typeof packetManifestSchema>;

/** Why a packet was not taken in. All but the last two are kept aside. */
export const asideReasonSchema = z.enum([
  /** Nobody here has accepted the device yet. */
  'unknownDevice',
  /** Entries before it have not arrived: an earlier packet is missing. */
  'gap',
  /** Its clock is more than 48 hours ahead of this one's. */
  'future',
  /** The device was put out of use: it may have been lost or stolen. */
  'retired',
  /** The same device wrote different things at the same place: a copy of its database works elsewhere. */
  'forked',
  /** Not signed by whom it names, or altered afterwards. */
  'forged',
  /** Holds what no Yachay writes. */
  'hostile',
  /** Of another office. */
  'otherOffice',
  /** Cut off or altered on the way. */
  'damaged',
  /** Of a newer format. */
  'newer',
]);
export type AsideReason = z.infer<typeof asideReasonSchema>;

/** What became of a packet, in entries. `quarantined` were not taken in because the packet was set aside. */
export const packetOutcomeSchema = z.object({
  fileName: z.string(),
  sender: z.object({ id: z.string(), name: z.string() }).nullable(),
  entries: z.number().int(),
  applied: z.number().int(),
  known: z.number().int(),
  waiting: z.number().int(),
  quarantined: z.number().int(),
  aside: asideReasonSchema.nullable(),
  /** Whether it lies here until somebody decides; false: there was no room for it, or nothing to decide. */
  isKept: z.boolean(),
  /** Where it is a matter of accepting the device: what the other screen shows too. */
  fingerprint: z.string().nullable(),
});
export type PacketOutcome = z.infer<typeof packetOutcomeSchema>;

/** A packet kept aside until somebody decides, or what it lacks arrives. */
export const packetAsideSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  receivedAt: instantSchema,
  sender: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: asideReasonSchema,
  entries: z.number().int(),
  fingerprint: z.string().nullable(),
});
export type PacketAside = z.infer<typeof packetAsideSchema>;

/** Another PC of the office, and how far apart the two are. */
export const knownDeviceSchema = z.object({
  id: deviceIdSchema,
  name: z.string(),
  series: z.string(),
  isThis: z.boolean(),
  /** Whether it can open what is locked for the office's PCs: its own key for that is known here. */
  opensLocked: z.boolean(),
  /** Changes here that this device is not known to have. */
  lacks: z.number().int(),
  lastPacketAt: instantSchema.nullable(),
  lastChangeAt: instantSchema.nullable(),
  retiredAt: instantSchema.nullable(),
  /** It lacks what was thinned out here: only a whole copy helps it. */
  needsCopy: z.boolean(),
  fingerprint: z.string().nullable(),
});
export type KnownDevice = z.infer<typeof knownDeviceSchema>;

/** A PC whose packet is to be brought, since this one's data were put back to an older state. */
const awaitedDeviceSchema = z.object({ id: deviceIdSchema, name: z.string() });
export type AwaitedDevice = z.infer<typeof awaitedDeviceSchema>;

export const exchangeEventSchema = z.object({
  direction: z.enum(['out', 'in']),
  happenedAt: instantSchema,
  madeBy: z.string().nullable(),
  peerName: z.string().nullable(),
  fileName: z.string(),
  entries: z.number().int(),
  applied: z.number().int(),
  known: z.number().int(),
  waiting: z.number().int(),
  quarantined: z.number().int(),
});
export type ExchangeEvent = z.infer<typeof exchangeEventSchema>;

/** How a packet is locked: not at all, for the office's PCs only, or with a passphrase. */
export const packetLockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('devices') }),
  z.object({
    kind: z.literal('passphrase'),
    passphrase: z.string().min(8, { error: 'passwordTooShort' }).max(200),
  }),
]);
export type PacketLock = z.infer<typeof packetLockSchema>;

/** A key as people compare it over the telephone: its first 20 hexadecimal digits in fours. `sha256` is of the key. */
export function formatFingerprint(sha256: string): string {
  return (sha256.slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

/**
 * What an exchange through the folder did: the file that was left there, if any, the packets that were looked at, and
 * the names of those that could not be read.
 */
export const folderExchangeSchema = z.object({
  written: z.string().nullable(),
  taken: z.array(packetOutcomeSchema),
  unread: z.array(z.string()),
});
export type FolderExchange = z.infer<typeof folderExchangeSchema>;

/**
 * Why a PC gave itself a new identity: its database was copied to another place, an older copy was put back, or others
 * have a second history of it.
 */
export const mintReasonSchema = z.enum(['copied', 'older', 'twoHistories']);
export type MintReason = z.infer<typeof mintReasonSchema>;

/** The PCs of the office, what waits, and what happened last. */
export const exchangeStateSchema = z.object({
  devices: z.array(knownDeviceSchema),
  /** Those that may have what is missing here since the data were put back to an older state. */
  awaited: z.array(awaitedDeviceSchema),
  /** Rows that cannot stand yet: what they hang on, or a newer Yachay, has not arrived. */
  waitingRows: z.number().int(),
  aside: z.array(packetAsideSchema),
  /** Newest first. */
  events: z.array(exchangeEventSchema),
  /** Where packets are put and taken by themselves. */
  folder: z.string().nullable(),
  /** The calendar of this PC seems wrong beside the last change it holds. */
  clockDoubt: z.object({ direction: z.enum(['behind', 'ahead']), lastChangeAt: instantSchema }).nullable(),
  /** Why this PC got a new identity by itself, until somebody has read it. */
  minted: mintReasonSchema.nullable(),
  /** How far the history reaches back. */
  oldestChangeAt: instantSchema.nullable(),
});
export type ExchangeState = z.infer<typeof exchangeStateSchema>;
