import { describe, expect, test } from 'vitest';
import { recordBackupRun } from '../../db/backup-runs.ts';
import { addAside } from '../../db/exchange.ts';
import { getSafekeeping } from '../../db/safekeeping.ts';
import type { BackupProblem } from '../../domain/backup.ts';
import { calendarDateSchema, instantSchema } from '../../domain/calendar-date.ts';
import { createTestOffice } from '../support/office.ts';

const now = instantSchema.parse('2026-03-12T22:30:00.000Z');
const today = calendarDateSchema.parse('2026-03-12');

/** What every page says after these attempts to make a backup. */
function getAfter(...attempts: [happenedAt: string, problem: BackupProblem | null][]) {
  const { db } = createTestOffice();
  for (const [happenedAt, problem] of attempts) {
    const at = instantSchema.parse(happenedAt);
    recordBackupRun(db, { happenedAt: at, place: 'here', path: '/b/x.db', byteSize: 1, problem });
  }
  return getSafekeeping(db, now, today);
}

describe('what every page says of the data', () => {
  test('is when a backup last went well, whatever was tried since', () => {
    expect(getAfter(['2026-03-12T22:00:00.000Z', null], ['2026-03-12T22:10:00.000Z', 'DISK_FULL'])).toEqual({
      lastBackup: '2026-03-12T22:00:00.000Z',
      isBackupOverdue: false,
      packetsAside: 0,
    });
  });

  test.each([
    ['quiet about one of seven days ago', [['2026-03-05T12:00:00.000Z', null]], false],
    ['a warning where the last is older', [['2026-03-04T12:00:00.000Z', null]], true],
    ['a warning where none went well', [['2026-03-12T12:00:00.000Z', 'DAMAGED']], true],
    ['a warning where there is none', [], true],
  ] as const)('is %s', (_what, attempts, isOverdue) => {
    expect(
      getAfter(...attempts.map((each): [string, BackupProblem | null] => [...each])).isBackupOverdue,
    ).toBe(isOverdue);
  });

  test('is how many packets were set aside', () => {
    const { db } = createTestOffice();
    const aside = { receivedAt: Date.parse(now), sender: null, fingerprint: null, entries: 3 };
    addAside(db, { ...aside, id: 'a', fileName: 'a.yachay', reason: 'gap' });
    addAside(db, { ...aside, id: 'b', fileName: 'b.yachay', reason: 'unknownDevice' });
    expect(getSafekeeping(db, now, today).packetsAside).toBe(2);
  });
});
