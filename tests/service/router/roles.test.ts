import { createProcedureClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '../../../domain/ids.ts';
import { createUser } from '../../../db/users.ts';
import type { Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import { accepted } from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { createTemporaryService } from '../hosts/transports.ts';
import { listContractNames, listProcedures, type NamedProcedure } from './procedures.ts';
import { allowedCallers, type Caller, callers } from './roles.ts';

const withPassword = { ...testOfficeSetup, user: { name: 'Rosa Quispe', password: 'quinua real' } };

let service: Service;
let remove: () => void;
const userIds: Record<Caller, UserId | null> = {
  nobody: null,
  locked: null,
  reader: null,
  trainer: null,
  registrar: null,
  coordinator: null,
};

beforeAll(async () => {
  ({ service, remove } = createTemporaryService());
  const coordinator = accepted(await startOffice(service, { userId: null }, withPassword));
  userIds.coordinator = coordinator.id;
  userIds.locked = coordinator.id;
  const writer = service.createWriter(coordinator.id);
  for (const role of ['reader', 'trainer', 'registrar'] as const) {
    userIds[role] = accepted(
      createUser(writer, { name: role, role, passwordHash: 'a hash', personId: null }),
    ).id;
  }
});

afterAll(() => remove());

/** Not an input of any procedure: where the role were not asked first, the input would be refused in its place. */
const noInput = 'not an input of any procedure';

/** The tag of the error that a call ends with, or null. Each call has a connection of its own. */
async function callAs({ name, procedure }: NamedProcedure, caller: Caller): Promise<string | null> {
  const context = { service, connection: { userId: userIds[caller], isLocked: caller === 'locked' } };
  const call = createProcedureClient(procedure, { context, path: name.split('.') });
  try {
    await endIfStream(await call(noInput));
    return null;
  } catch (error) {
    return error instanceof ORPCError ? error.code : String(error);
  }
}

async function endIfStream(output: unknown): Promise<void> {
  if (typeof output !== 'object' || output === null || !(Symbol.asyncIterator in output)) return;
  await Reflect.get(output, 'return')?.call(output);
}

describe('who may ask what', () => {
  test('the table has every procedure of the contract and of the router, and no other', () => {
    const names = Object.keys(allowedCallers).toSorted();
    expect(names).toEqual(listContractNames().toSorted());
    expect(names).toEqual(
      listProcedures()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  test.each(listProcedures())('$name', async (named) => {
    const outcomes: Partial<Record<Caller, string | null>> = {};
    for (const caller of callers) outcomes[caller] = await callAs(named, caller);
    const refused = callers.filter((caller) => ['SIGNED_OUT', 'FORBIDDEN'].includes(outcomes[caller] ?? ''));
    const allowed = allowedCallers[named.name] ?? [];
    expect(refused, JSON.stringify(outcomes)).toEqual(callers.filter((caller) => !allowed.includes(caller)));
    // Whoever is nobody is asked to sign in; whoever is somebody is told that it is not for them.
    for (const caller of refused) {
      expect(outcomes[caller]).toBe(caller === 'nobody' || caller === 'locked' ? 'SIGNED_OUT' : 'FORBIDDEN');
    }
    // Whoever is let in gets to the input, or to an answer.
    for (const caller of allowed) expect([null, 'BAD_REQUEST']).toContain(outcomes[caller]);
  });
});
