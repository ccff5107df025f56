import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Municipality } from '../domain/office.ts';
import { foldText } from '../domain/text.ts';

/**
 * The 47 municipalities of Cochabamba in the order of their codes, from the catalogue in the resources. Throws
 * where the catalogue is missing or has a line that is none.
 */
export function readMunicipalities(resourcesFolder: string): Municipality[] {
  const file = join(resourcesFolder, 'catalogues', 'municipalities-cochabamba.csv');
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return lines.map(lineToMunicipality);
}

function lineToMunicipality(line: string): Municipality {
  const [code, name, , province, , department] = line.split(',');
  if (!code || !name || !province || !department) throw new Error(`no municipality in the line: ${line}`);
  return { code, name, province, department };
}

/**
 * The municipality of a code ('030904') or of a name in any case, without accents and in any of the spellings
 * met ('Toco' for Toko, 'Santibáñez' for Santiváñez); null where there is none.
 */
export function findMunicipality(
  municipalities: readonly Municipality[],
  codeOrName: string,
): Municipality | null {
  const sound = soundOf(codeOrName);
  const found = municipalities.find(
    ({ code, name }) => code === codeOrName.trim() || soundOf(name) === sound,
  );
  return found ?? null;
}

/** Spellings that sound alike are one: k and c, v and b, z and s. */
function soundOf(name: string): string {
  return foldText(name).replaceAll('k', 'c').replaceAll('v', 'b').replaceAll('z', 's');
}
