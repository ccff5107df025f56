import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { sendPacket } from '../../../service/packets/send-packet.ts';
import { openWithAge } from '../../support/age-program.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createPc } from './offices.ts';

const passphrase = 'lluvia de noviembre en Vinto';

test('a packet with a password opens here with it, and in the age program; its manifest can be read then', async () => {
  const office = await createPc();
  const laptop = await copyPc(office, 'Laptop 2');
  createTestPeople(laptop.writer(), ['Mamani, Juana']);
  const file = join(laptop.folder, 'cerrado.yachay');
  const lock = { kind: 'passphrase', passphrase } as const;
  accepted(await sendPacket(laptop.service, laptop.writer(), file, { forDevice: null, lock }));
  expect(readFileSync(file, 'latin1')).not.toContain('YACHAY-PACKET');
  const opened = join(laptop.folder, 'abierto.yachay');
  openWithAge(file, passphrase, opened);
  const text = readFileSync(opened, 'latin1');
  expect(text).toMatch(/^YACHAY-PACKET 1 \d+\n\{\n {2}"format": 1,/);
  expect(text).toContain('"name": "Laptop 2"');
  const take = (typed: string | null) =>
    receivePacket(office.service, office.writer(), file, {
      fileName: 'cerrado.yachay',
      passphrase: typed,
      acceptsSender: true,
    });
  expect(await take(null)).toMatchObject({ refused: 'PASSPHRASE_NEEDED' });
  expect(await take('otra frase cualquiera')).toMatchObject({ refused: 'WRONG_PASSPHRASE' });
  expect(await take(passphrase)).toMatchObject({ aside: null, waiting: 0 });
});
