import type { DeviceId } from '../../domain/ids.ts';
import type { PacketDevice } from '../../domain/packet.ts';
import { findRow } from '../database.ts';
import { findThisDevice } from '../devices.ts';
import { findPacketDevice } from '../exchange.ts';
import { withDatabaseFile } from './database-file.ts';

/** As whom nobody works any more once a backup stands where a database stood. */
export interface FormerDevices {
  /** The device that the database wrote as; null where nobody else can know it. */
  readonly present: PacketDevice | null;
  /** Whether the maker of the backup is that device, or one that was given up before: not a PC that works elsewhere. */
  readonly isMakerGone: boolean;
}

/** Reads from the database that is replaced who it was, and what it knows of the device that made the backup. */
export function readFormerDevices(presentFile: string, maker: DeviceId | null): FormerDevices {
  return withDatabaseFile(presentFile, { readonly: true }, (db) => {
    const own = findThisDevice(db)?.id ?? null;
    const retired = 'SELECT 1 FROM device WHERE id = ? AND retired_at IS NOT NULL';
    return {
      present: own === null ? null : findPacketDevice(db, own),
      isMakerGone: own === maker || findRow(db, retired, maker) !== undefined,
    };
  });
}
