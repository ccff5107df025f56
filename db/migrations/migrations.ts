import { firstSchema } from './0001-first-schema.ts';
import { changeLogSchema } from './0002-change-log.ts';
import { waitingParents } from './0003-waiting-parents.ts';
import { trainersSchema } from './0004-trainers.ts';
import { personLanguages } from './0005-languages.ts';
import { leadExceptions } from './0006-lead-exceptions.ts';
import { searchByParts } from './0007-search-by-parts.ts';
import { enrollingSchema } from './0008-enrolling.ts';
import { anonymisingSchema } from './0009-anonymising.ts';
import { peopleProfile } from './0010-people-profile.ts';
import { officeDays } from './0011-office-days.ts';
import { observationForm } from './0012-observation-form.ts';
import { rooms } from './0013-rooms.ts';

export interface Migration {
  /** The schema version a database has afterwards; they are numbered from 1 without a gap. */
  version: number;
  sql: string;
}

/** Additive only, oldest first. A migration that was released is never changed. */
export const migrations: readonly Migration[] = [
  firstSchema,
  changeLogSchema,
  waitingParents,
  trainersSchema,
  personLanguages,
  leadExceptions,
  searchByParts,
  enrollingSchema,
  anonymisingSchema,
  peopleProfile,
  officeDays,
  observationForm,
  rooms,
];
