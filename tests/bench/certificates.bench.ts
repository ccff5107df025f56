import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Certificate } from '../../domain/certificate.ts';
import type { EditionId } from '../../domain/ids.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { BenchRun } from './bench-run.ts';
import { certificateCount } from './big-office.ts';
import { withPage } from './browser.ts';
import { writeHtml } from './certificate-html.ts';
import { writeOpenDocument } from './certificate-odt.ts';
import { describePages, type PrintedPage } from './certificate-pages.ts';
import { connectClient } from './host.ts';
import { convert, findLibreOffice } from './libre-office.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';

const runs = 3;
const libreOfficeLimit = 60_000;

/** How long a file took, and how large it is. */
interface Printed {
  seconds: number;
  megabytes: number;
}

/** 1,000 certificates in one PDF; beside the same pages printed by a browser and by an office program. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder, certificatesEditionId } = await run.getBigOffice();
  const [ours, chromium]: [Printed[], Printed[]] = [[], []];
  const { memory, pages } = await run.withHost(dataFolder, async (host) => {
    const client = await connectClient(host);
    const described = describePages(await listCertificates(client, certificatesEditionId));
    // Turn by turn, so that a machine that becomes busy is busy for both.
    for (let count = 0; count < runs; count += 1) {
      ours.push(await printOurs(client, certificatesEditionId, join(dataFolder, 'documents')));
      chromium.push(await printByChromium(described, run.createFolder()));
    }
    return { memory: host.peakMemory(), pages: described };
  });
  const libreOffice = await printByLibreOffice(pages, run.createFolder());
  return [
    {
      name: 'One PDF of 1,000 certificates',
      unit: 's',
      ours: medianOf(ours, 'seconds'),
      beside: { 'printed by Chromium': medianOf(chromium, 'seconds'), ...libreOffice },
      aim: 'at most half of Chromium',
    },
    {
      name: '  its size',
      unit: 'MB',
      ours: medianOf(ours, 'megabytes'),
      beside: { "Chromium's": medianOf(chromium, 'megabytes') },
    },
    ...(memory === null ? [] : [{ name: '  most memory of the service', unit: 'MB', ours: memory } as const]),
  ];
}

function medianOf(printed: readonly Printed[], part: keyof Printed): number {
  return median(printed.map((each) => each[part]));
}

async function printOurs(client: Client, editionId: EditionId, documents: string): Promise<Printed> {
  const { ms, answer } = await timeOnce(() => createDocument(client, editionId));
  expectEqual(answer.pages, certificateCount, 'pages told');
  const pdf = readFileSync(join(documents, `${answer.id}.pdf`));
  return describePdf(ms, pdf);
}

async function createDocument(client: Client, editionId: EditionId) {
  const order = {
    kind: 'certificates',
    editionId,
    certificateIds: null,
    paper: 'letter',
    background: true,
  } as const;
  const steps = await client.documents.create(order);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return step.value;
}

async function listCertificates(client: Client, editionId: EditionId): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  for (let offset = 0; offset < certificateCount; offset += 500) {
    const page = await client.certificates.register({ text: '', editionId, offset, limit: 500 });
    certificates.push(...page.rows);
  }
  expectEqual(certificates.length, certificateCount, 'certificates in the register');
  return certificates;
}

/** Chromium runs already; it opens the file and prints it, tagged and with an outline as ours is. */
async function printByChromium(pages: readonly PrintedPage[], folder: string): Promise<Printed> {
  const file = join(folder, 'certificados.html');
  writeFileSync(file, writeHtml(pages));
  return withPage(async (page) => {
    page.setDefaultTimeout(0);
    const { ms, answer } = await timeOnce(async () => {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready.then(() => null));
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    });
    return describePdf(ms, answer);
  });
}

/** Nothing where LibreOffice is not installed; the limit where it does not keep within it. */
async function printByLibreOffice(
  pages: readonly PrintedPage[],
  folder: string,
): Promise<Record<string, number>> {
  const program = findLibreOffice();
  if (program === null) return {};
  const file = join(folder, 'certificados.fodt');
  writeFileSync(file, writeOpenDocument(pages));
  const order = { file, to: 'pdf', folder, limit: libreOfficeLimit };
  const { ms, answer: hasEnded } = await timeOnce(() => convert(program, order));
  if (!hasEnded) return { 'LibreOffice, not done after': libreOfficeLimit / 1000 };
  const { seconds } = await describePdf(ms, readFileSync(join(folder, 'certificados.pdf')));
  return { 'by LibreOffice': seconds };
}

async function describePdf(ms: number, bytes: Uint8Array): Promise<Printed> {
  const megabytes = bytes.length / 1e6;
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  expectEqual(numPages, certificateCount, 'pages of the PDF');
  return { seconds: ms / 1000, megabytes };
}
