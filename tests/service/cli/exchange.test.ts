import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyPc, createPc } from '../packets/offices.ts';
import { createTestEdition, createTestPeople } from '../../support/edition.ts';
import { runYachay } from './run-yachay.ts';

const list = resolve(import.meta.dirname, '../../fixtures/lists/lista-tejidos.csv');

async function twoPcs() {
  const office = await createPc();
  createTestEdition(office.writer(), { code: 'TEJ-2026-01' });
  const laptop = await copyPc(office, 'Laptop 2');
  const digest = (folder: string) => runYachay(folder, '--json', 'digest').json;
  return { office: office.folder, laptop: laptop.folder, officePc: office, digest };
}

describe('packets on the command line', () => {
  test('bring two PCs to the same digest', async () => {
    const { office, laptop, officePc, digest } = await twoPcs();
    createTestPeople(officePc.writer(), ['Rojas Soto, Pedro']);
    const enrol = runYachay(laptop, '--json', 'import', list, '--edition', 'TEJ-2026-01', '--commit');
    expect(enrol).toMatchObject({ status: 0 });
    const out = join(laptop, 'ida.yachay');
    const sent = runYachay(laptop, '--json', 'packet', 'export', '--out', out).json;
    const taken = runYachay(office, '--json', 'packet', 'import', out).json;
    expect(taken).toMatchObject({ ...(sent as object), waiting: 0, quarantined: 0, acceptedSender: true });
    expect(digest(office)).not.toEqual(digest(laptop));
    const back = join(office, 'vuelta.yachay');
    runYachay(office, 'packet', 'export', '--out', back, '--for', 'Laptop 2');
    expect(runYachay(laptop, '--json', 'packet', 'import', back).json).toMatchObject({ aside: null });
    const last = join(laptop, 'ultimo.yachay');
    runYachay(laptop, 'packet', 'export', '--out', last);
    expect(runYachay(office, '--json', 'packet', 'import', last).json).toMatchObject({ quarantined: 0 });
    expect(digest(office)).toEqual(digest(laptop));
  });

  test('are set aside where an unknown PC is not to be accepted, and say whose they are', async () => {
    const { office, laptop, digest } = await twoPcs();
    const before = digest(office);
    const out = join(laptop, 'ida.yachay');
    runYachay(laptop, 'packet', 'export', '--out', out);
    const taken = runYachay(office, '--json', 'packet', 'import', out, '--known-only').json;
    expect(taken).toMatchObject({ applied: 0, aside: 'unknownDevice', sender: { name: 'Laptop 2' } });
    expect(digest(office)).toEqual(before);
  });

  test('say in words what cannot be done', async () => {
    const { office } = await twoPcs();
    const unknown = runYachay(office, 'packet', 'export', '--out', join(office, 'x.yachay'), '--for', 'PC 9');
    expect(unknown).toMatchObject({ status: 1, errors: 'No hay un equipo «PC 9» en esta oficina.\n' });
    const text = join(office, 'carta.yachay');
    writeFileSync(text, 'Estimados señores:');
    const wrong = runYachay(office, 'packet', 'import', text);
    expect(wrong.status).toBe(1);
    expect(wrong.errors).toContain('no es un paquete de Yachay');
  });
});
