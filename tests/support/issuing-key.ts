import type { IssuingKey } from '../../db/issuing-keys.ts';
import { insertRow, runUnstamped, type Writer } from '../../db/database.ts';
import { createIssuingKey } from '../../service/certificates/issuing-key.ts';
import type { TestOffice } from './office.ts';

/** Gives a test office a key that really signs, newer than the one it was set up with. */
export function giveIssuingKey({ writer, passTime }: TestOffice): IssuingKey {
  passTime(1);
  const key = createIssuingKey();
  addPublicKey(writer, key);
  const sql = 'INSERT INTO private_key (issuing_key_id, private_key) VALUES (?, ?)';
  runUnstamped(writer.db, sql, key.id, key.privateKey);
  return key;
}

/** Lets an office know the public half of a key, as it learns those of its other PCs. */
export function addPublicKey(writer: Writer, { id, publicKey }: IssuingKey): void {
  insertRow(writer, 'issuing_key', { id, device_id: writer.deviceId, public_key: publicKey });
}
