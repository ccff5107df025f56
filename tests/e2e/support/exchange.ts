import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Application } from './application.ts';

export const passphrase = 'lluvia de noviembre';

/** A PC as its page about the devices presents it. */
export interface PcIdentity {
  name: string;
  fingerprint: string;
}

export const button = ({ page }: Application, name: string) =>
  page.getByRole('button', { name, exact: true });
export const words = ({ page }: Application, text: string) => page.getByText(text, { exact: true });
export const openAddress = ({ page }: Application, address: string) =>
  page.goto(new URL(address, page.url()).href);

export async function go(pc: Application, address: string, heading: string) {
  await openAddress(pc, address);
  await pc.page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
}

/** A copy of the office on a stick, made where a coordinator makes it. */
export async function makeCopy(pc: Application, stick: string): Promise<string> {
  await go(pc, '/datos/equipos', 'Datos');
  await pc.page.getByLabel('Carpeta de la memoria USB').fill(stick);
  await pc.page.getByLabel('Contraseña del archivo').fill(passphrase);
  await pc.page.getByLabel('La misma contraseña otra vez').fill(passphrase);
  await button(pc, 'Guardar la copia').click();
  await words(
    pc,
    'Lleve la memoria al equipo nuevo. Después, cuando llegue su primer archivo, acéptelo aquí.',
  ).waitFor();
  const copy = join(stick, readdirSync(stick).find((name) => name.endsWith('.age')) ?? 'no copy');
  await words(pc, `La copia está en ${copy}`).waitFor();
  return copy;
}

export async function joinOffice(pc: Application, copy: string) {
  await words(pc, 'Sumar este equipo a una oficina').click();
  await pc.page.getByLabel('Archivo de la copia').fill(copy);
  await pc.page.getByLabel('Contraseña de la copia').fill(passphrase);
  await button(pc, 'Abrir y revisar').click();
  await button(pc, 'Empezar con esta copia').click();
  await button(pc, 'Entrar').click();
  await pc.page.getByRole('heading', { name: /^Hoy, / }).waitFor();
}

/** Llevar: a packet for everyone, saved as a file of the stick. */
export async function takeTo(pc: Application, file: string): Promise<string> {
  await go(pc, '/datos', 'Datos');
  const [download] = await Promise.all([
    pc.page.waitForEvent('download'),
    button(pc, 'Preparar el archivo').click(),
  ]);
  await download.saveAs(file);
  return file;
}

/** Traer: a file of a PC that the office knows. */
export async function bring(pc: Application, file: string, from: PcIdentity) {
  await go(pc, '/datos', 'Datos');
  await pc.page.locator('input[type=file]').setInputFiles(file);
  await words(pc, `Se recibió lo de ${from.name}`).waitFor();
}

/** Traer: one that nobody knows yet is set aside, its fingerprint compared, and accepted. */
export async function bringFromStranger(pc: Application, file: string, from: PcIdentity) {
  await go(pc, '/datos', 'Datos');
  await pc.page.locator('input[type=file]').setInputFiles(file);
  const packet = pc.page.getByRole('article', { name: from.name });
  await packet.getByText('Nadie en esta oficina ha aceptado todavía ese equipo.').waitFor();
  await packet.getByText(from.fingerprint, { exact: true }).waitFor();
  await packet.getByRole('button', { name: 'Aceptar este equipo' }).click();
  await pc.page.getByRole('dialog').getByRole('button', { name: 'Aceptar este equipo' }).click();
  await words(pc, `Se recibió lo de ${from.name}`).waitFor();
}

/** What whoever sits at a PC reads out on the telephone. */
export async function identityOf(pc: Application): Promise<PcIdentity> {
  await go(pc, '/datos/equipos', 'Datos');
  const row = pc.page.getByRole('row').filter({ hasText: 'Este equipo' });
  const name = await row.getByRole('rowheader').innerText();
  const fingerprint = /([0-9A-F]{4} ){4}[0-9A-F]{4}/.exec(await row.innerText())?.[0];
  if (fingerprint === undefined) throw new Error('this PC shows no fingerprint of itself');
  return { name, fingerprint };
}
