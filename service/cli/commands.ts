import { openAsBlob, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RouterClient } from '@orpc/server';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { EditionSummary } from '../../domain/edition.ts';
import type { HistoryAction } from '../../domain/history.ts';
import type { ImportReview } from '../../domain/import.ts';
import type { Evidence } from '../../domain/person-likeness.ts';
import type { Router } from '../router/router.ts';
import type { Service } from '../service.ts';
import { makeBackupFile, restoreBackupFile } from './backup-commands.ts';
import { exportToFile, importFromFile } from './exchange-commands.ts';
import type { CommandLine } from './command-line.ts';
import { describeEvidence, listDuplicates, searchPeople } from './people-commands.ts';
import { listLineage, listTrainerStatus, measureCascade } from './trainer-commands.ts';
import { damagedSentence, openProblemSentences, RefusedError } from './sentences.ts';

type Client = RouterClient<Router>;
/** What a command prints and the exit status it ends with. */
interface Outcome {
  value: unknown;
  status: number;
}

const done = (value: unknown): Outcome => ({ value, status: 0 });

/** Runs a command through the same procedures that the screens use. */
export async function runCommand(service: Service, client: Client, line: CommandLine): Promise<Outcome> {
  if (line.command === 'init') return initOffice(client, line);
  if (line.command === 'demo')
    return done({ user: (await client.setup.startDemo({ seed: line.seed })).name });
  if (line.command === 'restore') return restore(service, client, line);
  await signIn(client, line.user);
  switch (line.command) {
    case 'editions':
      return done((await client.editions.list({ courseId: null })).map(describeEdition));
    case 'import':
      return importList(service, client, line);
    case 'sheet':
      return printSheet(service, client, line);
    case 'certificates issue':
      return issueCertificates(service, client, line);
    case 'people search':
      return done(await searchPeople(client, line.text));
    case 'people duplicates':
      return done(await listDuplicates(client));
    case 'trainers status':
      return done(await listTrainerStatus(client, line.course));
    case 'cascade':
      return done(await (line.up ? listLineage : measureCascade)(client, line.person));
    case 'verify':
      return verify(client, line.text);
    case 'history':
      return done((await client.history.row(line)).map(describeAction));
    case 'packet export':
      return done(await exportToFile(service, client, { ...line, passphrase: readPassphrase(line) }));
    case 'packet import':
      return done(await importFromFile(client, { ...line, passphrase: readPassphrase(line) }));
    case 'digest':
      return done(await client.exchange.digest());
    case 'backup':
      return done(await makeBackupFile(client, { ...line, passphrase: readPassphrase(line) }));
    case 'check':
    case 'help':
      return done(null);
  }
}

/** The first line of the standard input, so that no password stands in the list of processes. */
function readPassphrase({ readsPassphrase }: { readsPassphrase: boolean }): string | null {
  if (!readsPassphrase) return null;
  const [line = ''] = readFileSync(0, 'utf8').split(/\r?\n/);
  if (line === '') throw new RefusedError('Falta la contraseña en la entrada estándar.');
  return line;
}

async function initOffice(client: Client, line: CommandLine & { command: 'init' }): Promise<Outcome> {
  const municipalities = await client.setup.municipalities();
  if (!municipalities.some(({ code }) => code === line.municipality)) {
    throw new RefusedError(
      `No hay un municipio con el código «${line.municipality}». El de Vinto es 030904.`,
    );
  }
  const user = await client.setup.start({
    office: {
      name: line.office,
      municipalityCode: line.municipality,
      address: null,
      phone: null,
      paper: 'letter',
      attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
      signatories: [],
    },
    logo: null,
    user: { name: line.user ?? '', password: null },
  });
  return done({ office: line.office, user: user.name });
}

/** Without an office, or with one that cannot be read, there is nobody to sign in. */
async function restore(
  service: Service,
  client: Client,
  line: CommandLine & { command: 'restore' },
): Promise<Outcome> {
  const { state } = await client.setup.state();
  if (state !== 'needsSetup' && state !== 'damaged') await signIn(client, line.user);
  return done(await restoreBackupFile(service, client, { ...line, passphrase: readPassphrase(line) }));
}

/** Works as the named user, or as the first coordinator; whoever is at the keyboard could open the file anyway. */
async function signIn(client: Client, name: string | undefined): Promise<void> {
  const setup = await client.setup.state();
  if (setup.state === 'needsSetup')
    throw new RefusedError('Aún no hay una oficina en esta carpeta de datos. Use «init» o «demo».');
  if (setup.state === 'damaged') throw new RefusedError(damagedSentence);
  if (setup.state === 'ready' && (name === undefined || name === setup.user.name)) return;
  const users = setup.state === 'needsSignIn' ? setup.users : [setup.user];
  const user = users.find((each) => (name === undefined ? each.role === 'coordinator' : each.name === name));
  if (user === undefined)
    throw new RefusedError(`No hay una persona usuaria «${name ?? ''}» en esta oficina.`);
  await client.setup.signIn({ userId: user.id, password: process.env['YACHAY_PASSWORD'] ?? null });
}

function describeEdition(edition: EditionSummary) {
  const { code, courseTitle, status, seats, sessionCount } = edition;
  return {
    code,
    course: courseTitle,
    status,
    enrolled: seats.enrolled,
    capacity: seats.capacity,
    sessions: sessionCount,
  };
}

async function getEdition(client: Client, code: string): Promise<EditionSummary> {
  const editions = await client.editions.list({ courseId: null });
  const edition = editions.find((each) => each.code.toLowerCase() === code.trim().toLowerCase());
  if (edition === undefined) throw new RefusedError(`No hay una edición con el código «${code}».`);
  return edition;
}

async function importList(
  service: Service,
  client: Client,
  line: CommandLine & { command: 'import' },
): Promise<Outcome> {
  const edition = line.edition === undefined ? null : await getEdition(client, line.edition);
  const upload = await client.imports.read({ file: await openFile(line.file) });
  const order = {
    uploadId: upload.uploadId,
    editionId: edition?.id ?? null,
    fields: upload.columns.map(({ field }) => field),
    decisions: [],
  };
  const review = await client.imports.review(order);
  if (line.commit) await client.imports.commit(order);
  return done(describeReview(review, service.resourcesFolder));
}

/** `recognised` are all rows that speak of a person; `matched` those who are someone known already. */
function describeReview(review: ImportReview, resourcesFolder: string) {
  const sentenceFor = openProblemSentences(resourcesFolder);
  return {
    rows: review.rows,
    recognised: review.rows - review.skipped,
    created: review.toCreate,
    matched: review.toMatch,
    duplicates: review.matches.map(({ row, name, kind, evidence, person, otherRow }) => ({
      row,
      name,
      kind,
      reason: nameReason(evidence),
      evidence: describeEvidence(evidence),
      otherRow: otherRow?.row ?? null,
      personId: person?.id ?? null,
    })),
    problems: review.problems.map(({ row, column, value, code }) => ({
      row,
      column,
      value,
      message: sentenceFor(code, value),
    })),
  };
}

/** The one reason by which most is said. */
function nameReason(evidence: readonly Evidence[]): string {
  const has = (...any: Evidence[]) => any.some((each) => evidence.includes(each));
  if (has('sameCard', 'cardLacksComplement')) return 'sameIdentityCard';
  if (has('sameBirthDate')) return 'sameNameAndBirthDate';
  return has('samePhone') ? 'sameNameAndPhone' : 'sameName';
}

async function openFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch {
    throw new RefusedError(`No se encuentra el archivo «${path}».`);
  }
}

async function printSheet(
  service: Service,
  client: Client,
  line: { edition: string; out: string },
): Promise<Outcome> {
  const edition = await getEdition(client, line.edition);
  const { paper } = await client.office.get();
  const pages = await print(service, client, line.out, {
    kind: 'signatureSheet',
    editionId: edition.id,
    sessionId: null,
    paper,
    columns: ['identityCard', 'phone'],
    blankRows: 5,
  });
  return done({ file: line.out, pages });
}

async function issueCertificates(
  service: Service,
  client: Client,
  line: { edition: string; out: string },
): Promise<Outcome> {
  const edition = await getEdition(client, line.edition);
  const { issued, skipped } = await client.certificates.issue({ editionId: edition.id, enrolmentIds: null });
  const { paper } = await client.office.get();
  const { total } = await client.certificates.register({
    text: '',
    editionId: edition.id,
    offset: 0,
    limit: 1,
  });
  if (total > 0) {
    await print(service, client, line.out, {
      kind: 'certificates',
      editionId: edition.id,
      certificateIds: null,
      paper,
      background: true,
    });
  }
  return done({
    issued: issued.length,
    folios: issued.map(({ folio }) => folio),
    skipped: skipped.map(({ personName, reason }) => ({ person: personName, reason })),
  });
}

async function print(service: Service, client: Client, out: string, order: DocumentOrder): Promise<number> {
  const steps = await client.documents.create(order);
  for (;;) {
    const step = await steps.next();
    if (step.done !== true) continue;
    await copyDocument(join(service.documentsFolder, `${step.value.id}.pdf`), out);
    return step.value.pages;
  }
}

async function copyDocument(document: string, out: string): Promise<void> {
  try {
    await copyFile(document, out);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'desconocido';
    throw new RefusedError(`No se pudo escribir el archivo «${out}» (${code}). Elija otra carpeta.`);
  }
}

async function verify(client: Client, text: string): Promise<Outcome> {
  const { valid, reason, folio, name, course, hours, dates, office, revoked, asOf } =
    await client.certificates.verify({ text });
  const value = { valid, reason, folio, name, course, hours, dates, office, revoked, asOf };
  return { value, status: valid ? 0 : 1 };
}

/** Of one row an action has one entry or, where it wrote it twice, several. */
function describeAction({ at, userName, userId, deviceName, device, action, entries }: HistoryAction) {
  return {
    at,
    user: userName ?? userId,
    device: deviceName ?? device,
    action: `${device}:${action}`,
    entries: entries.map(({ verb, changes, stands, superseded }) => ({ verb, changes, stands, superseded })),
  };
}
