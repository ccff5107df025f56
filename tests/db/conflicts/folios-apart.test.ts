import { describe, expect, test } from 'vitest';
import { findCertificate } from '../../../db/certificates.ts';
import { settleOwnSeries } from '../../../db/conflicts/own-series.ts';
import { updateRow } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { takeFolios } from '../../../db/folios.ts';
import { decideOn, findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import { accepted } from '../../support/edition.ts';
import { createEndedEdition, seal } from '../../support/ended-edition.ts';
import { issueCertificates } from '../../../db/certificate-issuing.ts';
import { addPc, exchange } from '../../support/other-pc.ts';

/** Two PCs that write with one series, as a misused copy would, and issue a certificate each. */
function issueApart() {
  const office = createEndedEdition();
  const { editionId, zoe, ana } = office;
  office.close();
  const laptop = addPc(office);
  updateRow(laptop.writer, 'device', { id: laptop.writer.deviceId }, { series: 'A' });
  accepted(issueCertificates(office.writer, { editionId, enrolmentIds: [zoe] }, seal));
  office.passTime(1000);
  accepted(issueCertificates(laptop.writer, { editionId, enrolmentIds: [ana] }, seal));
  return { office, laptop };
}

describe('two PCs with one series of folios', () => {
  test('give a folio twice: it is shown, and one of the two is revoked and issued anew', () => {
    const { office, laptop } = issueApart();
    const conflict = findOnBoth('folioGivenTwice', office, laptop);
    expect(conflict.folio).toBe('A-2026-0001');
    expect(conflict.certificates).toMatchObject([
      { name: 'Zapata Rojas, Zoe', made: { on: 'PC de prueba' } },
      { name: 'Ávila Soto, Ana', made: { on: 'PC 2' } },
    ]);
    const certificateId = conflict.certificates[1]?.certificateId;
    if (certificateId === undefined) throw new Error('two were issued');
    const resolution = { choice: 'reissue', certificateId, reason: 'Folio repetido' } as const;
    expect(decideOn(office, conflict, resolution, 'registrar')).toMatchObject({
      refused: 'COORDINATOR_NEEDED',
    });
    resolveOn(office, conflict, resolution);
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findCertificate(laptop.db, certificateId)?.revokedReason).toBe('Folio repetido');
  });

  test('part by themselves: the younger takes a new series, whoever notices first', () => {
    const { office, laptop } = issueApart();
    exchange(office, laptop);
    expect(settleOwnSeries(office.writer)).toBeNull();
    const series = settleOwnSeries(laptop.writer);
    expect(series).toMatch(/^[B-Z]..$/);
    expect(findThisDevice(laptop.db)?.series).toBe(series);
    expect(settleOwnSeries(laptop.writer)).toBeNull();
    exchange(office, laptop);
    expect(settleOwnSeries(office.writer)).toBeNull();
    expect(takeFolios(office.writer, 2026, 1)).toEqual([{ series: 'A', year: 2026, number: 2 }]);
  });
});
