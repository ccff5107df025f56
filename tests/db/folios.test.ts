import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueCertificates } from '../../db/certificate-issuing.ts';
import { listEditionCertificates } from '../../db/certificates.ts';
import { insertRow, upsertRow, type Writer } from '../../db/database.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { takeFolios } from '../../db/folios.ts';
import { formatFolio } from '../../domain/folio.ts';
import type { DeviceId } from '../../domain/ids.ts';
import {
  accepted,
  createTestCrowd,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createEndedEdition, seal } from '../support/ended-edition.ts';
import { createTestOffice } from '../support/office.ts';
import { markRow } from '../support/records.ts';

const nowhere = '0000000000000000000zzz';

describe('folios', () => {
  test('are consecutive within series and year, whatever order they are taken in, and never given twice', () => {
    const seen = { otherYear: 0, otherDevice: 0, none: 0 };
    const takings = fc.array(
      fc.record({
        year: fc.constantFrom(2026, 2027),
        series: fc.constantFrom('A', 'B'),
        count: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 5, maxLength: 20 },
    );
    fc.assert(
      fc.property(takings, (story) => {
        const { writer, db } = createTestOffice();
        const second: Writer = { ...writer, deviceId: nowhere as DeviceId };
        insertRow(writer, 'device', { id: nowhere, name: 'Portátil', series: 'B' });
        const given = new Map<string, number[]>();
        for (const { year, series, count } of story) {
          const folios = takeFolios(series === 'A' ? writer : second, year, count);
          expect(folios.map((folio) => [folio.series, folio.year])).toEqual(folios.map(() => [series, year]));
          const numbers = given.get(series + year) ?? [];
          given.set(series + year, [...numbers, ...folios.map(({ number }) => number)]);
          if (year === 2027) seen.otherYear += 1;
          if (series === 'B') seen.otherDevice += 1;
          if (count === 0) seen.none += 1;
        }
        for (const numbers of given.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        db.handle.close();
      }),
      { seed: 20_260_312, numRuns: 100 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
  });

  test('of a thousand certificates are a thousand', () => {
    const { writer, db } = createTestOffice();
    const { id: editionId } = createTestEdition(writer, { capacity: 1000 }, { passMark: null });
    createTestSessions(writer, editionId, ['2026-03-02']);
    const enrolmentIds = enrolAll(writer, editionId, createTestCrowd(writer, 1000));
    runEdition(writer, editionId);
    for (const enrolmentId of enrolmentIds) markRow(writer, enrolmentId, 'P');
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: false }));
    const { issued } = accepted(issueCertificates(writer, { editionId, enrolmentIds: null }, seal));
    const expected = Array.from({ length: 1000 }, (_, index) => ({
      series: 'A',
      year: 2026,
      number: index + 1,
    }));
    expect(issued.map(({ folio }) => folio)).toEqual(expected.map(formatFolio));
    expect(listEditionCertificates(db, editionId)).toEqual(issued);
  });

  test('go on after the register where the counter is behind it: two devices wrote with one series', () => {
    const { writer, close, issue } = createEndedEdition();
    close();
    expect(
      accepted(issue())
        .issued.map(({ folio }) => folio)
        .at(-1),
    ).toBe('A-2026-0003');
    upsertRow(writer, 'folio_counter', { series: 'A', year: 2026 }, { last_number: 1 });
    expect(takeFolios(writer, 2026, 1)).toEqual([{ series: 'A', year: 2026, number: 4 }]);
  });
});
