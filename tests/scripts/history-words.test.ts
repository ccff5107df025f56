import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { accreditationLevelSchema } from '../../domain/accreditation-rule.ts';
import { accreditationWordSchema } from '../../domain/accreditation.ts';
import { attendanceMarkSchema } from '../../domain/attendance.ts';
import { certificateKindSchema } from '../../domain/certificate.ts';
import { levelSchema } from '../../domain/course.ts';
import { editionStatusSchema, trainerRoleSchema } from '../../domain/edition.ts';
import { enrolmentStatusSchema } from '../../domain/enrolment.ts';
import { caebSectionSchema, salesBandSchema } from '../../domain/enterprise.ts';
import { assessmentKindSchema } from '../../domain/grade.ts';
import { hiddenColumns } from '../../domain/history.ts';
import { issuedInSchema } from '../../domain/identity-card.ts';
import { attendancePolicySchema, paperSchema } from '../../domain/office.ts';
import { roleSchema } from '../../domain/role.ts';
import { sessionStateSchema } from '../../domain/session.ts';
import { consentMeansSchema } from '../../domain/person.ts';
import { sexSchema } from '../../domain/sex.ts';
import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import { openDatabase } from '../../db/open.ts';
import { wordsByColumn } from '../../renderer/parts/history/words-by-column.ts';

const locales = path.join(import.meta.dirname, '../../resources/locales');

/** The text at 'namespace:key.path', or undefined. */
function findText(language: string, place: string): unknown {
  const [namespace = '', key = ''] = place.split(':');
  const file: unknown = JSON.parse(readFileSync(path.join(locales, language, `${namespace}.json`), 'utf8'));
  return key
    .split('.')
    .reduce<unknown>(
      (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined),
      file,
    );
}

const valuesByColumn: Readonly<Record<string, z.ZodEnum>> = {
  'accreditation_word.level': accreditationLevelSchema,
  'accreditation_word.word': accreditationWordSchema,
  'assessment.kind': assessmentKindSchema,
  'attendance_mark.mark': attendanceMarkSchema,
  'certificate.kind': certificateKindSchema,
  'course.level': levelSchema,
  'edition.leave_policy': attendancePolicySchema.shape.leave,
  'edition.status': editionStatusSchema,
  'enrolment.status': enrolmentStatusSchema,
  'enterprise.sales_band': salesBandSchema,
  'enterprise.section': caebSectionSchema,
  'office.leave_policy': attendancePolicySchema.shape.leave,
  'office.paper': paperSchema,
  'person.consent_means': consentMeansSchema,
  'person.id_issued_in': issuedInSchema,
  'person.sex': sexSchema,
  'session.state': sessionStateSchema,
  'trade.section': caebSectionSchema,
  'trainer_assignment.role': trainerRoleSchema,
  'user_account.role': roleSchema,
};

describe('the words of the history', () => {
  test.each(['es', 'en'])('name every column that travels, unless it is hidden (%s)', (language) => {
    const tables = readTravellingTables(openDatabase(':memory:').handle);
    const unnamed = [...tables].flatMap(([table, { columns }]) =>
      [...columns.keys()]
        .filter((column) => column !== 'deleted_at' && hiddenColumns[table]?.includes(column) !== true)
        .map((column) => `history:column.${table}.${column}`)
        .filter((place) => typeof findText(language, place) !== 'string'),
    );
    expect(unnamed).toEqual([]);
  });

  test('hide no column that does not exist', () => {
    const tables = readTravellingTables(openDatabase(':memory:').handle);
    const unknown = Object.entries(hiddenColumns).flatMap(([table, columns]) =>
      columns.filter((column) => tables.get(table)?.columns.has(column) !== true),
    );
    expect(unknown).toEqual([]);
  });

  test.each(['es', 'en'])('have one for every value that a column can hold (%s)', (language) => {
    expect(Object.keys(wordsByColumn).toSorted()).toEqual(Object.keys(valuesByColumn).toSorted());
    const missing = Object.entries(wordsByColumn).flatMap(([column, words]) =>
      (valuesByColumn[column]?.options ?? [])
        .map((value) => `${words}.${value}`)
        .filter((place) => typeof findText(language, place) !== 'string'),
    );
    expect(missing).toEqual([]);
  });
});
