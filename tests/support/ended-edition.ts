import type { CourseDraft } from '../../domain/course.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { listCandidates } from '../../db/certificate-candidates.ts';
import { issueCertificates, type Seal } from '../../db/certificate-issuing.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { insertPerson } from '../../db/people.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from './edition.ts';
import { createTestOffice } from './office.ts';
import { draftPerson } from './person.ts';
import { gradeEveryone, markRow } from './records.ts';

/** Signing is not what is tested here: the text names what would be signed. */
export const seal: Seal = (facts) => `sealed ${JSON.stringify(facts)}`;

/** A running edition that is over: Zoe and Ana approved, Beto only attended, Cira failed, Dina withdrew, Elio waits. */
export function createEndedEdition(course: Partial<CourseDraft> = {}) {
  const office = createTestOffice();
  const { db, writer, setDay } = office;
  const edition = createTestEdition(writer, { capacity: 4 }, course);
  const editionId = edition.id;
  createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03']);
  const zoePerson = insertPerson(
    writer,
    draftPerson({
      givenNames: 'Zoe',
      paternalSurname: 'Zapata',
      maternalSurname: 'Rojas',
      idNumber: '12336143',
      idComplement: '1A',
      idIssuedIn: 'CB',
    }),
    null,
  );
  const others = createTestPeople(writer, [
    'Ávila Soto, Ana',
    'Beltrán, Beto',
    'Choque, Cira',
    'Daza, Dina',
    'Eguez, Elio',
  ]);
  const [zoe, ana, beto, cira] = enrolAll(writer, editionId, [zoePerson, ...others]);
  if (!zoe || !ana || !beto || !cira) throw new Error('four were enrolled');
  runEdition(writer, editionId);
  markRow(writer, zoe, 'PP');
  markRow(writer, ana, 'PP');
  markRow(writer, beto, 'PP');
  markRow(writer, cira, 'FF');
  gradeEveryone(writer, [
    [zoe, 90],
    [ana, 51],
    [beto, 50],
  ]);
  setDay('2026-03-28');
  const issue = (enrolmentIds: EnrolmentId[] | null = null) =>
    issueCertificates(writer, { editionId, enrolmentIds }, seal);
  const candidates = () => accepted(listCandidates(db, { editionId }));
  const close = () => accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
  return { ...office, edition, editionId, zoePerson, zoe, ana, beto, cira, issue, candidates, close };
}
