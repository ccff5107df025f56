import { inTransaction } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Identity } from '../../domain/person-likeness.ts';
import { startDemo } from '../../service/demo/start-demo.ts';
import { createService } from '../../service/service.ts';
import { accepted } from '../support/edition.ts';
import { findPairs, measureFinding } from '../support/finding.ts';
import { type InventedRegister, inventRegister } from '../support/invented-register.ts';
import { draftPerson } from '../support/person.ts';
import type { BenchRun } from './bench-run.ts';
import { connectClient, resourcesFolder } from './host.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';

/** Not one of the seeds (1 to 3) on which the figures of the rule were tried. */
const heldOutSeed = 2017;
const size = { people: 20_000, duplicates: 1000 };
const typists = 500;

/** Of 20,000 invented people with 1,000 who stand there twice; beside equal names and equal cards, as Excel finds them. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const register = inventRegister(heldOutSeed, size.people, size.duplicates);
  expectEqual(register.people.length, size.people, 'people');
  const whole = await timeOnce(() => findPairs(register.people));
  const plain = await timeOnce(() => findEqual(register));
  const found = measureFinding(register, whole.answer.pairs);
  const byExcel = measureFinding(register, plain.answer);
  const { search, all } = await measureService(run, register);
  const share = (name: string, ours: number, theirs: number, aim?: string): Measurement => ({
    name,
    unit: '%',
    ours: 100 * ours,
    beside: { 'equal names or cards': 100 * theirs },
    ...(aim === undefined ? {} : { aim }),
  });
  return [
    share('Duplicates found of 1,000 among 20,000 (recall)', found.recall, byExcel.recall, 'at least 95'),
    share('  of what is found, really twice (precision)', found.precision, byExcel.precision, 'at least 90'),
    ...Object.entries(found.recallOf).map(([distortion, recall]) =>
      share(`  found: ${distortion}`, recall, byExcel.recallOf[distortion] ?? 0),
    ),
    {
      name: 'Duplicates of the whole register, the rule alone',
      unit: 's',
      ours: whole.ms / 1000,
      beside: { 'equal names or cards': plain.ms / 1000 },
      aim: 'under 10 s',
    },
    { name: '  as the page asks for them, answering others', unit: 's', ours: all / 1000, aim: 'under 10 s' },
    { name: 'Who is like somebody being typed', unit: 'ms', ours: median(search), aim: 'under 50 ms' },
    { name: '  at worst', unit: 'ms', ours: Math.max(...search), aim: 'under 50 ms' },
  ];
}

/** The pairs with an equal full name or an equal card: what "remove duplicates" or GROUP BY would say. */
function findEqual({ people }: InventedRegister): Set<string> {
  const places = new Map<string, number[]>();
  for (const [place, person] of people.entries()) {
    const name = [person.paternalSurname, person.maternalSurname, person.givenNames].join(' ').toLowerCase();
    const card = person.idNumber === null ? null : `card ${person.idNumber}`;
    for (const value of [name, card]) {
      if (value !== null) places.set(value, [...(places.get(value) ?? []), place]);
    }
  }
  return new Set(
    [...places.values()].flatMap((of) =>
      of.flatMap((first, index) => of.slice(index + 1).map((second) => `${first} ${second}`)),
    ),
  );
}

/** The same through the service: the page of duplicates from its first question on, and people as they are typed. */
async function measureService(run: BenchRun, { people, duplicates }: InventedRegister) {
  const dataFolder = run.createFolder();
  await storePeople(dataFolder, people);
  return run.withHost(dataFolder, async (host) => {
    const client = await connectClient(host);
    const order = { personId: null, limit: 50 };
    const all = await timeOnce(async () => {
      let answer = await client.people.duplicates(order);
      while (answer.looked.done < answer.looked.total) answer = await client.people.duplicates(order);
      return answer.count;
    });
    if (all.answer < duplicates.length * 0.9) throw new Error(`the service found ${all.answer} pairs`);
    const search: number[] = [];
    for (const { second } of duplicates.slice(0, typists)) {
      const draft = toDraft(people[second]);
      search.push((await timeOnce(() => client.people.similar({ draft }))).ms);
    }
    return { all: all.ms, search };
  });
}

async function storePeople(dataFolder: string, people: readonly Identity[]): Promise<void> {
  const service = createService({ dataFolder, resourcesFolder });
  try {
    const user = accepted(await startDemo(service, { userId: null }, 1));
    const writer = service.createWriter(user.id);
    inTransaction(service.db, () => {
      for (const person of people) insertPerson(writer, toDraft(person), null);
    });
  } finally {
    service.close();
  }
}

function toDraft(person: Identity | undefined) {
  if (person === undefined) throw new Error('everyone was invented');
  const { birthDate, ...others } = person;
  return { ...draftPerson(others), birthDate: birthDate as CalendarDate | null };
}
