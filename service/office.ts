import type { Office, OfficeDraft } from '../domain/office.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Writer } from '../db/database.ts';
import { updateOffice } from '../db/office.ts';
import { findMunicipality, readMunicipalities } from './municipalities.ts';

/** Changes the office; refused where the catalogue has no municipality of that code. */
export function changeOffice(
  writer: Writer,
  draft: OfficeDraft,
  resourcesFolder: string,
): Office | Refusal<'NOT_FOUND'> {
  const municipality = findMunicipality(readMunicipalities(resourcesFolder), draft.municipalityCode);
  return municipality === null ? refuse('NOT_FOUND') : updateOffice(writer, draft, municipality.name);
}
