import { describe, expect, test } from 'vitest';
import { revokeCertificate } from '../../db/certificate-issuing.ts';
import { findCertificateByFolio, listRegister, listRegisterEntries } from '../../db/certificates.ts';
import type { EditionId } from '../../domain/ids.ts';
import { accepted } from '../support/edition.ts';
import { createEndedEdition, seal } from '../support/ended-edition.ts';

const nowhere = '0000000000000000000zzz';

describe('the register', () => {
  /** Three certificates, the second revoked and replaced by a fourth on a later day. */
  function createRegister() {
    const made = createEndedEdition();
    made.close();
    const { issued } = accepted(made.issue());
    const [, beltran] = issued;
    if (beltran === undefined) throw new Error('three were issued');
    made.setDay('2026-04-01');
    const order = { id: beltran.id, reason: 'Error', reissue: true };
    accepted(revokeCertificate(made.writer, order, seal));
    const find = (text: string, editionId: EditionId | null = null) =>
      listRegister(made.db, { text, editionId, offset: 0, limit: 10 });
    return { ...made, find };
  }

  test('shows the newest folio first, a page at a time, revoked ones too', () => {
    const { db, find, editionId } = createRegister();
    const folios = ['A-2026-0004', 'A-2026-0003', 'A-2026-0002', 'A-2026-0001'];
    expect(find('').total).toBe(4);
    expect(find('').rows.map(({ folio }) => folio)).toEqual(folios);
    const page = listRegister(db, { text: '', editionId, offset: 1, limit: 2 });
    expect(page.rows.map(({ folio, signatories }) => [folio, signatories.length])).toEqual([
      ['A-2026-0003', 2],
      ['A-2026-0002', 2],
    ]);
    expect(page.total).toBe(4);
    expect(find('', nowhere as EditionId)).toEqual({ total: 0, rows: [] });
  });

  test.each([
    ['avila', ['A-2026-0001']],
    ['  SOTO   ana ', ['A-2026-0001']],
    ['beltrán', ['A-2026-0004', 'A-2026-0002']],
    ['a-2026-0003', ['A-2026-0003']],
    ['0004 beto', ['A-2026-0004']],
    ['ana beto', []],
    ["%_'", []],
  ])('finds %j', (text, folios) => {
    const { find } = createRegister();
    expect(find(text).rows.map(({ folio }) => folio)).toEqual(folios);
    expect(find(text).total).toBe(folios.length);
  });

  test('finds a folio as it was read', () => {
    const { db, find } = createRegister();
    const folio = { series: 'A', year: 2026, number: 2 };
    expect(findCertificateByFolio(db, folio)).toEqual(find('0002').rows[0]);
    expect(findCertificateByFolio(db, { ...folio, number: 99 })).toBeNull();
  });

  test('as a book is in the order of folios, of an edition or a year', () => {
    const { db, editionId } = createRegister();
    const listFolios = (given: Parameters<typeof listRegisterEntries>[1]) =>
      listRegisterEntries(db, given).map(({ folio }) => folio);
    const all = ['A-2026-0001', 'A-2026-0002', 'A-2026-0003', 'A-2026-0004'];
    expect(listFolios({ editionId: null, year: null })).toEqual(all);
    expect(listFolios({ editionId, year: 2026 })).toEqual(all);
    expect(listFolios({ editionId: null, year: 2025 })).toEqual([]);
  });
});
