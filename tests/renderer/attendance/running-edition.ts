import type { Edition } from '../../../domain/edition.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';

/** The edition of the invented office that runs, its sessions and whoever has a seat, in the order of the sheet. */
export async function findRunningEdition(client: ServiceClient) {
  const editions = await client.editions.list({ courseId: null });
  const running = editions.find(({ status }) => status === 'running');
  if (running === undefined) throw new Error('the invented office has no running edition');
  const edition: Edition = await client.editions.get({ editionId: running.id });
  const { sessions, enrolments } = await client.attendance.grid({ editionId: running.id });
  const people = enrolments.filter(({ status }) => status === 'enrolled');
  const planned = sessions.filter(({ state }) => state === 'planned');
  return { edition, sessions, planned, people };
}
