import { rm } from 'node:fs/promises';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { copyForBackup, UnsoundCopyError } from '../../db/backup/copy.ts';
import { isDamage } from '../../db/backup/database-file.ts';
import { toWriteRefusal, type WriteRefusal } from '../files/write-file.ts';
import { deliver, type Delivered, deliverInPlace, type Delivery } from './deliver.ts';

export interface CopyOrder {
  database: string;
  /** Where the copy is made and checked; nothing is left there. */
  scratch: string;
  /** Where the copy goes on this PC, beside `scratch`; null: nowhere. */
  here: string | null;
  deliveries: readonly Delivery[];
}

export interface CopyOutcome {
  here: Delivered | null;
  /** In the order of the deliveries. */
  delivered: readonly Delivered[];
}

/** Copies the database, checks the copy and brings it where it should go. One place failing does not keep it from another. */
export async function makeCopy(
  { database, scratch, here, deliveries }: CopyOrder,
  report: (percent: number) => void,
): Promise<CopyOutcome | WriteRefusal | Refusal<'DAMAGED'>> {
  try {
    await rm(scratch, { force: true });
    copyForBackup(database, scratch);
    report(60);
    const delivered: Delivered[] = [];
    for (const [index, delivery] of deliveries.entries()) {
      delivered.push(await deliver(scratch, delivery));
      report(60 + Math.round((40 * (index + 1)) / (deliveries.length + 1)));
    }
    return { here: here === null ? null : await deliverInPlace(scratch, here), delivered };
  } catch (error) {
    if (error instanceof UnsoundCopyError || isDamage(error)) return refuse('DAMAGED');
    return toWriteRefusal(error, here ?? scratch);
  } finally {
    await rm(scratch, { force: true });
    await rm(`${scratch}-journal`, { force: true });
  }
}
