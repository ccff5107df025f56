import { accreditationPresets } from '../../../domain/accreditation-rule.ts';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import type { Role } from '../../../domain/role.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient } from '../support/render-app.tsx';

/** The invented office, with somebody of another role signed in. */
export async function createDemoAs(role: Role): Promise<ServiceClient> {
  const client = await createDemoClient();
  const user = await client.users.create({ name: 'Ana Rojas', role, password: null });
  await client.setup.signIn({ userId: user.id, password: null });
  return client;
}

/** The first line of the table of which something holds. */
export async function findLine(
  client: ServiceClient,
  isSought: (line: AccreditationLine) => boolean,
): Promise<AccreditationLine> {
  const line = (await client.trainers.list({ courseId: null })).find(isSought);
  if (line === undefined) throw new Error('the invented office has nobody like that');
  return line;
}

/** Bread making asks for more than the candidates of the invented office have done. */
export async function askForMore(client: ServiceClient): Promise<AccreditationLine> {
  const rules = await client.trainers.rules({ courseId: null });
  const rule = rules.find(({ level }) => level === 'trainer');
  if (rule === undefined) throw new Error('the invented office has a rule');
  await client.trainers.setRule({ ...rule, editionsAssisted: 2, needsAgreement: true, withinMonths: 240 });
  return findLine(client, ({ state }) => state.status === 'candidate');
}

/** A second course that has rules, and one person accredited for it. */
export async function teachWeaving(client: ServiceClient) {
  const [known] = await client.courses.list();
  if (known === undefined) throw new Error('the invented office has courses');
  const { id: _id, themeName: _themeName, editionCount: _editionCount, ...draft } = known;
  const course = await client.courses.create({
    ...draft,
    code: 'TEJ-9',
    title: 'Tejidos andinos',
    modules: [],
  });
  const place = { courseId: course.id, level: 'masterTrainer' as const };
  await client.trainers.setRule({ ...accreditationPresets.own, ...place });
  const weaver = await findLine(client, ({ state }) => state.status === 'candidate');
  await client.trainers.say({
    ...place,
    personId: weaver.personId,
    word: 'accredited',
    on: calendarDateSchema.parse('2026-01-05'),
    accreditedBy: null,
    reason: 'Viene acreditada de otra oficina',
  });
  return { course, weaver };
}
