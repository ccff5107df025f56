import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../domain/office.ts';
import type { PrintedCertificate } from '../../../domain/documents.ts';
import { openSeal } from '../../../service/certificates/seal.ts';
import { checkStructure, type Page, readInfo, readPages, readTexts, scanCodes } from './pdf.ts';
import { day, issuingKey, printCertificate, render, requestCertificates } from './requests.ts';

const names = [
  'Ángela Ñusta Quispe Güiza',
  'José Luis Núñez del Prado Ibáñez',
  'Zenón Choquehuanca',
  '#panic("x") *neg* _sub_ $1$ <a> @b \\u{41}',
];

const printed = await render(
  requestCertificates(
    names.map((personName, index) => printCertificate({ personName, folio: `A-2026-000${index + 1}` })),
  ),
);
const texts = await readTexts(printed.pdf);

function findPublicKey(keyId: string): string | null {
  return keyId === issuingKey.id ? issuingKey.publicKey : null;
}

describe('certificates in one PDF', () => {
  test('are one page each, with every name as it is written, accents and signs included', () => {
    expect(printed.pages).toBe(names.length);
    expect(texts).toHaveLength(names.length);
    for (const [index, name] of names.entries()) expect(texts[index]).toContain(name);
  });

  test('say who, what, how long, when, where and by whom', () => {
    const [text] = texts;
    for (const part of [
      'GOBIERNO AUTÓNOMO MUNICIPAL DE VINTO',
      'CERTIFICADO DE PARTICIPACIÓN',
      'con Cédula de Identidad Nº 12336143-1A CB',
      'por haber completado satisfactoriamente el curso de capacitación',
      '«Panadería y repostería artesanal»',
      'con una carga horaria de 40 horas',
      'Realizado en Vinto, del 5 al 20 de noviembre de 2026.',
      'Vinto, 21 de noviembre de 2026',
      'Lic. María Elena Rocha Vargas',
      'Alcalde Municipal',
      'Folio Nº A-2026-0001',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('carry a QR that a 150-dpi scan reads and the seal vouches for', async () => {
    const codes = await scanCodes(printed.pdf);
    const opened = codes.map((code) => openSeal(code, findPublicKey));
    expect(opened.map((seal) => seal.ok && seal.facts.name)).toEqual(names);
  });

  test('are sound to qpdf, tagged, titled and in Spanish', async () => {
    expect(await checkStructure(printed.pdf)).toBe('');
    const info = await readInfo(printed.pdf);
    expect(info).toMatchObject({ Tagged: 'yes', Title: 'Certificados (4)', Pages: '4' });
    expect(info['CreationDate']).toContain('Nov 21');
    expect(Buffer.from(printed.pdf).toString('latin1')).toContain('/Lang (es-BO)');
  });
});

describe('a certificate', () => {
  test('of approval says so, with the grade', async () => {
    const [text] = await readTexts(await renderOne({ kind: 'approval', grade: 87.5 }));
    expect(text).toContain('CERTIFICADO DE APROBACIÓN');
    expect(text).toContain('por haber aprobado satisfactoriamente el curso de capacitación');
    expect(text).toContain('con una carga horaria de 40 horas y una nota final de 87,5 sobre 100');
  });

  test('says where it stands in the book, until when it holds and what it replaces', async () => {
    const [text] = await readTexts(
      await renderOne({
        registerBook: '3',
        registerPage: '12',
        validUntil: day('2029-11-21'),
        replacesFolio: 'A-2026-0007',
        officeName: 'Dirección de Desarrollo Productivo',
        place: null,
        identityCard: null,
      }),
    );
    expect(text).toContain('Libro 3 · Hoja 12');
    expect(text).toContain('Válido hasta el 21 de noviembre de 2029');
    expect(text).toContain('Reemplaza al certificado A-2026-0007');
    expect(text).toContain('Municipio de Vinto');
    expect(text).toContain('Realizado del 5 al 20 de noviembre de 2026.');
    expect(text).not.toContain('Cédula');
  });

  test('that was revoked says so across the page', async () => {
    expect(await readTexts(await renderOne({ revoked: true }))).toEqual([expect.stringContaining('ANULADO')]);
    expect(texts[0]).not.toContain('ANULADO');
  });

  test('that is not issued yet is marked as without validity and has no QR', async () => {
    const pdf = await renderOne({ folio: null, seal: null, signatories: [] });
    expect(await readTexts(pdf)).toEqual([expect.stringContaining('SIN VALIDEZ')]);
    await expect(scanCodes(pdf)).rejects.toThrow('zbarimg');
  });

  test('on pre-printed stock is its data only, at the same place', async () => {
    const certificate = printCertificate();
    const { pdf } = await render(requestCertificates([certificate], { background: false }));
    const [text] = await readTexts(pdf);
    expect(text).toContain(certificate.personName);
    expect(text).not.toContain('CERTIFICADO DE');
    expect(text).not.toContain('GOBIERNO');
    const [page, full] = [await readPages(pdf), await readPages(await renderOne({}))];
    expect(findWord(page[0], 'Ñusta')).toEqual(findWord(full[0], 'Ñusta'));
  });
});

const wide = (length: number) => 'WWWWWWWW '.repeat(40).slice(0, length).trim();
const signatory = (length: number) => ({ name: wide(length), position: wide(length + 4) });

/** The longest that is not measured, and the longest that the forms take, in the widest of letters. */
const longest: Record<string, Partial<PrintedCertificate>> = {
  ordinary: {
    personName: wide(70),
    courseTitle: wide(105),
    place: wide(70),
    officeName: wide(60),
    signatories: [signatory(36), signatory(36), signatory(36)],
    kind: 'approval',
    grade: 100,
    registerBook: '3',
    registerPage: '12',
    validUntil: day('2029-11-21'),
    replacesFolio: 'A-2026-0007',
  },
  extreme: {
    personName: wide(360),
    courseTitle: wide(200),
    place: wide(160),
    officeName: wide(160),
    municipality: 'San Pedro de Buena Vista',
    signatories: [signatory(100), signatory(100), signatory(100), signatory(100)],
  },
};

describe.each(['letter', 'a4', 'legal'] satisfies Paper[])('on %s paper', (paper) => {
  test('the longest texts fit on one page each, nothing over anything else', async () => {
    const certificates = Object.values(longest).map((changes) => printCertificate(changes));
    const { pdf, pages } = await render(requestCertificates(certificates, { paper }));
    expect(pages).toBe(certificates.length);
    for (const page of await readPages(pdf)) {
      expect(page.width).toBeGreaterThan(page.height);
      expect(findOutside(page)).toEqual([]);
      expect(findOverlaps(page)).toEqual([]);
    }
    const opened = (await scanCodes(pdf)).map((code) => openSeal(code, findPublicKey).ok);
    expect(opened).toEqual(certificates.map(() => true));
  });
});

async function renderOne(changes: Partial<PrintedCertificate>): Promise<Uint8Array> {
  const { pdf, pages } = await render(requestCertificates([printCertificate(changes)]));
  expect(pages).toBe(1);
  return pdf;
}

function findWord(page: Page | undefined, text: string) {
  return page?.words.find((word) => word.text === text);
}

/** Words that reach into the frame. */
function findOutside({ width, height, words }: Page): string[] {
  const frame = 35;
  return words
    .filter(
      ({ left, top, right, bottom }) =>
        left < frame || top < frame || right > width - frame || bottom > height - frame,
    )
    .map(({ text }) => text);
}

/** Pairs of words that lie over each other by more than the room between lines. */
function findOverlaps({ words }: Page): string[] {
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 && down > 0.45 * Math.min(a.bottom - a.top, b.bottom - b.top);
      })
      .map((b) => `${a.text} / ${b.text}`),
  );
}
