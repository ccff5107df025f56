import { toInstant } from '../../domain/calendar-date.ts';
import { clockUnitsPerMillisecond, implausibleAheadMs, toleratedAheadMs } from '../../domain/change-log.ts';
import type { ExchangeState } from '../../domain/packet.ts';
import { advanceClock, getClock } from '../../db/change-log/heads.ts';
import { getLastChangeAt } from '../../db/exchange.ts';
import { findLocalSetting, noteLocally, setLocalSetting } from '../../db/local-settings.ts';
import type { Service } from '../service.ts';

/** How far ahead, in milliseconds, a coordinator has let a PC's calendar be. */
const leadSetting = 'exchange.trustedLead';
/** Set back by more than an hour since the last change: a flat battery on the main board, mostly. */
const toleratedBehindMs = 60 * 60 * 1000;

/** Where the log's clock stands, in milliseconds since 1970. */
function getLogTime({ db }: Service): number {
  return Math.floor(getClock(db) / clockUnitsPerMillisecond);
}

/**
 * The latest moment an entry may be of, in milliseconds since 1970: 48 hours ahead of this PC's calendar, or of what a
 * coordinator let pass. Their word holds while what they let pass is still ahead.
 */
export function findLatestTrusted(service: Service): number {
  const now = Date.parse(service.now());
  const lead = Number(findLocalSetting(service.db, leadSetting) ?? 0);
  const isStillAhead = getLogTime(service) > now;
  if (lead > 0 && !isStillAhead) noteLocally(service.db, leadSetting, null);
  return now + toleratedAheadMs + (isStillAhead ? lead : 0);
}

/** The latest moment that a coordinator can let in: nobody's word makes the log follow a calendar of another decade. */
export function findLatestAcceptable({ now }: Service): number {
  return Date.parse(now()) + implausibleAheadMs;
}

/** A coordinator let something from ahead in: the PC it comes from is as far ahead with its next packets. */
export function trustLead(service: Service): void {
  const lead = getLogTime(service) - Date.parse(service.now());
  const before = Number(findLocalSetting(service.db, leadSetting) ?? 0);
  if (lead > before) noteLocally(service.db, leadSetting, String(lead));
}

/** Whether the calendar of this PC seems wrong beside the last change it holds. */
export function findClockDoubt(service: Service): ExchangeState['clockDoubt'] {
  const now = Date.parse(service.now());
  const lastChange = getLastChangeAt(service.db);
  const logTime = getLogTime(service);
  if (lastChange > 0 && now < lastChange - toleratedBehindMs) {
    return { direction: 'behind', lastChangeAt: toInstant(lastChange) };
  }
  if (logTime > 0 && now > logTime + implausibleAheadMs) {
    return { direction: 'ahead', lastChangeAt: toInstant(logTime) };
  }
  return null;
}

/**
 * Somebody looked and says that this PC's calendar is right although it is far ahead of the log: from here on the log
 * follows it again.
 */
export function trustCalendar(service: Service): null {
  advanceClock(service.db, Date.parse(service.now()) * clockUnitsPerMillisecond);
  setLocalSetting(service.db, leadSetting, null);
  return null;
}
