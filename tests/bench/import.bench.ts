import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { foldText } from '../../domain/text.ts';
import { makeWorkbook } from '../service/imports/made-workbook.ts';
import type { BenchRun } from './bench-run.ts';
import { inventManyPeople } from './big-office.ts';
import { connectClient, type Host } from './host.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';

const rowCount = 10_000;
const runs = 3;

/** In milliseconds, and megabytes: 0 where the system does not tell. */
interface ImportTimes {
  whole: number;
  read: number;
  review: number;
  commit: number;
  memory: number;
}

/** A list of 10,000 people into an office that knows 100,000 others; beside SheetJS reading that file, and no more. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder, people } = await run.getBigOffice();
  const bytes = makeList();
  const [imports, readings]: [ImportTimes[], number[]] = [[], []];
  for (let count = 0; count < runs; count += 1) {
    const copy = run.createFolder();
    copyFileSync(join(dataFolder, 'yachay.db'), join(copy, 'yachay.db'));
    imports.push(await run.withHost(copy, (host) => importList(host, bytes, people.length)));
    readings.push((await timeOnce(() => readOnly(bytes))).ms);
  }
  const medianOf = (part: keyof ImportTimes) => median(imports.map((times) => times[part]));
  const seconds = (part: keyof ImportTimes) => ({ unit: 's' as const, ours: medianOf(part) / 1000 });
  const beside = { 'SheetJS reading the file': median(readings) / 1000 };
  const memory = medianOf('memory');
  return [
    { name: 'Import of 10,000 rows', ...seconds('whole'), beside },
    { name: '  reading the file', ...seconds('read'), beside },
    { name: '  finding who is known, and what is wrong', ...seconds('review') },
    { name: '  storing everyone', ...seconds('commit') },
    ...(memory === 0 ? [] : [{ name: '  most memory of the service', unit: 'MB', ours: memory } as const]),
  ];
}

/** Ten columns as an office keeps them, names in capitals, dates and cards as text. */
function makeList(): Uint8Array {
  const people = inventManyPeople(rowCount, { seed: 5, from: 40_000_000 });
  const heading = [
    'Nº',
    'AP. PATERNO',
    'AP. MATERNO',
    'NOMBRES',
    'C.I.',
    'EXP.',
    'SEXO',
    'FECHA NAC.',
    'CELULAR',
  ];
  const rows = people.map((person, index) => [
    index + 1,
    person.paternalSurname?.toUpperCase() ?? null,
    person.maternalSurname?.toUpperCase() ?? null,
    person.givenNames.toUpperCase(),
    person.idNumber,
    person.idIssuedIn,
    person.sex,
    person.birthDate?.split('-').toReversed().join('/') ?? null,
    person.phone,
    person.community,
  ]);
  return makeWorkbook({ Inscritos: [[...heading, 'COMUNIDAD'], ...rows] });
}

async function importList(host: Host, bytes: Uint8Array, known: number): Promise<ImportTimes> {
  const client = await connectClient(host);
  const file = new File([Buffer.from(bytes)], 'lista.xlsx');
  const read = await timeOnce(() => client.imports.read({ file }));
  expectEqual(read.answer.rowCount, rowCount, 'rows read');
  const fields = read.answer.columns.map(({ field }) => field);
  const order = { uploadId: read.answer.uploadId, editionId: null, fields, decisions: [] };
  const review = await timeOnce(() => client.imports.review(order));
  expectEqual(review.answer.toCreate, rowCount, 'people to be stored');
  const commit = await timeOnce(() => client.imports.commit(order));
  expectEqual(commit.answer.created, rowCount, 'people stored');
  const page = { text: '', sort: 'newest', descending: true, offset: 0, limit: 1 } as const;
  const { total } = await client.people.list(page);
  expectEqual(total, known + rowCount, 'people in the office');
  return {
    whole: read.ms + review.ms + commit.ms,
    read: read.ms,
    review: review.ms,
    commit: commit.ms,
    memory: host.peakMemory() ?? 0,
  };
}

function readOnly(bytes: Uint8Array): void {
  const workbook = XLSX.read(Buffer.from(bytes), { type: 'buffer', dense: true });
  const rows: unknown[][] = XLSX.utils.sheet_to_json(workbook.Sheets['Inscritos'] ?? {}, { header: 1 });
  expectEqual(rows.length, rowCount + 1, 'rows read by SheetJS');
  expectEqual(foldText(String(rows[0]?.[3])), 'nombres', 'the heading read by SheetJS');
}
