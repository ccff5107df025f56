import type { Office, OfficeDraft } from '../domain/office.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Writer } from '../db/database.ts';
import { updateOffice } from '../db/office.ts';
import { findMunicipality, readMunicipalities } from './municipalities.ts';
import { findThisDevice } from '../db/devices.ts';
import type { Service } from './service.ts';

/** Changes the office; refused where the catalogue has no municipality of that code. */
export function changeOffice(
  writer: Writer,
  draft: OfficeDraft,
  resourcesFolder: string,
): Office | Refusal<'NOT_FOUND'> {
  const municipality = findMunicipality(readMunicipalities(resourcesFolder), draft.municipalityCode);
  return municipality === null ? refuse('NOT_FOUND') : updateOffice(writer, draft, municipality.name);
}

/** This PC as its office knows it. Throws before the office is set up. */
export function describeDevice({ db, dataFolder }: Service) {
  const device = findThisDevice(db);
  if (device === null) throw new Error('this device has no identity before the office is set up');
  return { name: device.name, series: device.series, dataFolder };
}
