import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { thinOut } from '../../../db/change-log/compaction.ts';
import { findStandIn } from '../../../db/coordinators.ts';
import { updateRow } from '../../../db/database.ts';
import { createUser, updateUser } from '../../../db/users.ts';
import type { UserId } from '../../../domain/ids.ts';
import { setExchangeFolder, watchExchangeFolder } from '../../../service/packets/exchange-folder.ts';
import { makeRecoveryCode, recover } from '../../../service/recovery.ts';
import { readSetupState, signIn } from '../../../service/setup.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createPc, type Pc, receive, send } from './offices.ts';

const password = 'cañahua roja';
let office: Pc;
let laptop: Pc;
let luz: UserId;

async function exchange(): Promise<void> {
  await receive(laptop, await send(office));
  await receive(office, await send(laptop));
}

/** There Luz makes Rosa a registrar, here Rosa shuts Luz out a moment later; neither PC knows of the other yet. */
beforeEach(async () => {
  office = await createPc();
  laptop = await copyPc(office, 'Laptop 2');
  const { writer } = office;
  const coordinator = { name: 'Luz', role: 'coordinator', passwordHash: null, personId: null } as const;
  luz = accepted(createUser(writer(), coordinator)).id;
  await exchange();
  const rosa = {
    id: office.userId,
    name: 'Rosa',
    role: 'registrar',
    isActive: true,
    personId: null,
  } as const;
  accepted(updateUser(laptop.writer(), rosa));
  office.clock.ms = laptop.clock.ms + 1000;
  accepted(updateUser(writer(), { ...rosa, id: luz, name: 'Luz', role: 'coordinator', isActive: false }));
});

describe('an office whose two coordinators put each other out apart', () => {
  test('lets whoever was one last sign in and work as one', async () => {
    await exchange();
    for (const { service } of [office, laptop]) {
      const connection = { userId: null };
      accepted(await signIn(service, connection, { userId: luz, password: null }));
      expect(service.findSignedInUser(connection)).toMatchObject({ id: luz, role: 'coordinator' });
      const state = readSetupState(service, connection);
      expect(state).toMatchObject({ state: 'ready', user: { id: luz, standsIn: true } });
    }
  });

  test('gets its coordinator back by the recovery sheet, on either PC', async () => {
    const { code } = await makeRecoveryCode(office.service, office.writer());
    await exchange();
    const order = { code, userId: luz, password };
    const recovered = accepted(await recover(laptop.service, { userId: null }, order));
    expect(recovered).toMatchObject({ id: luz, role: 'coordinator', hasPassword: true });
  });

  test('goes on exchanging through its folder without anybody', async () => {
    await exchange();
    const folder = mkdtempSync(join(tmpdir(), 'yachay-folder-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    accepted(await setExchangeFolder(office.service, folder));
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const stop = watchExchangeFolder(office.service);
    onTestFinished(stop);
    await vi.advanceTimersToNextTimerAsync();
    vi.useRealTimers();
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1));
  });

  test('has the same one on every PC, also where one of them thinned its history out', async () => {
    const [id = ''] = createTestPeople(office.writer(), ['Mamani, Juana']);
    for (const phone of ['70000001', '70000002']) updateRow(office.writer(), 'person', { id }, { phone });
    await exchange();
    await exchange();
    expect(thinOut(office.writer(), office.clock.ms + 1000).values).toBeGreaterThan(0);
    expect(findStandIn(office.service.db)).toBe(luz);
    expect(findStandIn(laptop.service.db)).toBe(luz);
  });
});
