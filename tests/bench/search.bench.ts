import { foldText } from '../../domain/text.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { SoughtPerson } from './big-office.ts';
import type { BenchRun } from './bench-run.ts';
import { connectClient } from './host.ts';
import { expectEqual, type Measurement, median, timeIt, timeOnce } from './measure.ts';

const typists = 20;
const shownHits = 8;
const page = { sort: 'surname', descending: false, offset: 0, limit: 100 } as const;

/** Looking for people in 100,000, a letter at a time; beside going through a list of names in memory. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder, people } = await run.getBigOffice();
  const list = people.map(toWords);
  const texts = chooseTexts(people.map(({ name }) => name));
  return run.withHost(dataFolder, async (host) => {
    const client = await connectClient(host);
    await client.people.search({ text: 'a', limit: shownHits });
    const { searches, tables, scans } = await typeEverything(client, list, texts);
    const jump = await timeIt(20, () => client.people.list({ ...page, text: '', offset: people.length / 2 }));
    const beside = (value: number) => ({ beside: { 'a scan of the list in memory': value } });
    const scan = median(scans);
    const slowestScan = Math.max(...scans);
    return [
      {
        name: 'Search of 100,000 people, a letter',
        unit: 'ms',
        ours: median(searches),
        ...beside(scan),
        aim: 'felt as at once: under 100 ms',
      },
      { name: '  the slowest letter', unit: 'ms', ours: Math.max(...searches), ...beside(slowestScan) },
      { name: 'Table of 100,000 people, a letter', unit: 'ms', ours: median(tables), ...beside(scan) },
      { name: '  the slowest letter', unit: 'ms', ours: Math.max(...tables), ...beside(slowestScan) },
      { name: '  a page in the middle of everyone', unit: 'ms', ours: jump },
    ];
  });
}

/** Types every text; the three ways must agree on who is found. */
async function typeEverything(client: Client, list: readonly string[], texts: readonly string[]) {
  const [searches, tables, scans]: [number[], number[], number[]] = [[], [], []];
  for (const text of texts) {
    const search = await timeOnce(() => client.people.search({ text, limit: shownHits }));
    const table = await timeOnce(() => client.people.list({ ...page, text }));
    const scan = await timeOnce(() => scanList(list, text));
    searches.push(search.ms);
    tables.push(table.ms);
    scans.push(scan.ms);
    expectEqual(table.answer.total, scan.answer.length, `people in the table for "${text}"`);
    expectEqual(search.answer.length, Math.min(shownHits, scan.answer.length), `people found by "${text}"`);
  }
  return { searches, tables, scans };
}

/**
 * What is in the field after each letter while some people are being looked for: surname, then given name; every other
 * surname without its first letter.
 */
function chooseTexts(names: readonly string[]): string[] {
  const step = Math.floor(names.length / typists);
  return names
    .filter((_, index) => index % step === 0)
    .flatMap((name, index) => {
      const [surnames = '', givenNames = ''] = name.split(', ');
      const surname = surnames.split(' ')[0] ?? '';
      const typed = `${surname.slice(index % 2)} ${givenNames.slice(0, 4)}`.toLowerCase();
      return Array.from(typed, (_, end) => typed.slice(0, end + 1)).filter((text) => !text.endsWith(' '));
    });
}

/** Folded once beforehand, a blank before each word: the best that a scan can be. The name ends where two blanks stand. */
function toWords({ name, others }: SoughtPerson): string {
  const fold = (text: string) => foldText(text.replaceAll(',', ' '));
  return ` ${fold(name)}  ${fold(others)}`;
}

function scanList(list: readonly string[], text: string): string[] {
  const words = foldText(text).split(' ');
  return list.filter((name) => words.every((word) => name.includes(` ${word}`) || isPartOfName(name, word)));
}

function isPartOfName(name: string, word: string): boolean {
  const at = word.length < 3 ? -1 : name.indexOf(word);
  return at >= 0 && at < name.indexOf('  ');
}
