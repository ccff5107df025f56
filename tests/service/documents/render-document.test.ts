import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentRequest, Logo } from '../../../domain/documents.ts';
import { renderDocument } from '../../../service/documents/render-document.ts';
import {
  printCertificate,
  render,
  requestCertificates,
  requestRegister,
  requestSheet,
  resourcesFolder,
} from './requests.ts';

const many = requestCertificates(Array.from({ length: 60 }, () => printCertificate()));

describe('the same request', () => {
  const certificate = printCertificate();
  test.each<[string, DocumentRequest]>([
    ['certificates', requestCertificates([certificate, certificate])],
    ['a signature sheet', requestSheet()],
    ['a register', requestRegister()],
  ])('for %s gives the same bytes', async (_, request) => {
    const [first, second] = [await render(request), await render(request)];
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  });
});

describe('a document that cannot be printed', () => {
  test.each([
    ['王', '王 Pérez'],
    ['😀', 'Ana 😀 Rojas'],
    ['ሀ', 'Abebe ሀ'],
  ])('says which character no font has, and in what text: %s', async (character, personName) => {
    const request = requestCertificates([printCertificate(), printCertificate({ personName })]);
    await expect(render(request)).rejects.toMatchObject({
      name: 'DocumentRefusedError',
      problem: { tag: 'missingGlyph', character, text: personName },
    });
  });

  test('because the logo is no picture says so', async () => {
    const request = requestSheet({ logo: { type: 'image/png', bytes: Buffer.from('no es una imagen') } });
    await expect(render(request)).rejects.toMatchObject({ problem: { tag: 'unreadableLogo' } });
  });

  test('for want of a font fails, rather than print with another', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'yachay-resources-'));
    await cp(resourcesFolder, folder, { recursive: true });
    await rm(path.join(folder, 'fonts/SourceSerif4Display-Semibold.otf'));
    await rm(path.join(folder, 'fonts/SourceSerif4Display-Regular.otf'));
    const rendered = renderDocument(requestSheet(), { resourcesFolder: folder });
    await expect(rendered).rejects.toThrow('unknown font family');
    await rm(folder, { recursive: true });
  });
});

describe('a logo', () => {
  test('may be an SVG', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>';
    const drawn: Logo = { type: 'image/svg+xml', bytes: Buffer.from(svg) };
    expect((await render(requestSheet({ logo: drawn }))).pages).toBeGreaterThan(0);
  });
});

describe('text from spreadsheets', () => {
  test('is printed with its accents composed and without what cannot be seen', async () => {
    const personName = 'A\u0301ngela\u200b \u00a0 N\u0303usta\n';
    const [odd, plain] = [personName, 'Ángela Ñusta'].map((name) => ({
      ...printCertificate({ seal: null }),
      personName: name,
    }));
    if (odd === undefined || plain === undefined) throw new Error('there are two');
    const [first, second] = [
      await render(requestCertificates([odd])),
      await render(requestCertificates([plain])),
    ];
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
  });
});

describe('a long document', () => {
  test('tells how far it is, never backwards and never past the end', async () => {
    const steps: number[] = [];
    await renderDocument(many, {
      resourcesFolder,
      onProgress: ({ done, total }) => {
        expect(total).toBe(60);
        steps.push(done);
      },
    });
    expect(steps.length).toBeGreaterThan(10);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBeLessThanOrEqual(60);
  });

  test('stops when it is cancelled half way', async () => {
    const controller = new AbortController();
    let last = 0;
    const rendered = renderDocument(many, {
      resourcesFolder,
      signal: controller.signal,
      onProgress: ({ done }) => {
        last = done;
        controller.abort();
      },
    });
    await expect(rendered).rejects.toMatchObject({ name: 'AbortError' });
    expect(last).toBeLessThan(60);
  });

  test('does not even start when it is cancelled before', async () => {
    const rendered = renderDocument(many, { resourcesFolder, signal: AbortSignal.abort() });
    await expect(rendered).rejects.toMatchObject({ name: 'AbortError' });
  });
});
