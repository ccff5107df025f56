import { createProcedureClient, ORPCError } from '@orpc/server';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import type { Service } from '../../../service/service.ts';
import { all } from '../../../db/database.ts';
import { draftPerson } from '../../support/person.ts';
import { listProcedures } from '../router/procedures.ts';

/** An id of each thing that can be asked for. */
export interface Asked {
  readonly userId: Service['createWriter'] extends (id: infer Id) => unknown ? Id : never;
  readonly personId: string;
  readonly otherId: string;
  readonly courseId: string;
  readonly organisationId: string;
  /** A closed edition with certificates, and one that runs. */
  readonly editionIds: readonly string[];
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly certificateId: string;
}

/** What there is to read, by procedure, with all it is asked for. */
export function listReadings(asked: Asked): Record<string, readonly unknown[]> {
  const { personId, courseId, editionIds, enrolmentId, sessionId, certificateId } = asked;
  const ofEditions = editionIds.map((editionId) => ({ editionId }));
  const subjects = [
    { of: 'person', personId },
    ...editionIds.map((editionId) => ({ of: 'edition', editionId })),
    { of: 'course', courseId },
    { of: 'certificate', certificateId },
    { of: 'mark', sessionId, enrolmentId },
    { of: 'office' },
  ];
  const page = { offset: 0, limit: 100 };
  const sorts = ['surname', 'identityCard', 'community', 'newest'];
  return {
    'setup.state': [undefined],
    'setup.municipalities': [undefined],
    'office.get': [undefined],
    'office.device': [undefined],
    'programmes.list': [undefined],
    'trades.list': [undefined],
    'officeDays.list': [undefined],
    'users.list': [undefined],
    'users.hasRecoveryCode': [undefined],
    'people.search': [{ text: 'mam', limit: 50 }],
    'people.list': sorts.map((sort) => ({ text: '', sort, descending: false, ...page })),
    'people.get': [{ id: personId }],
    'people.editions': [{ id: personId }],
    'people.events': [{ id: personId }],
    'people.similar': [{ draft: draftPerson({ enterprise: emptyEnterprise }) }],
    'people.reviewAnonymising': [{ id: personId }],
    'people.compare': [{ firstId: personId, secondId: asked.otherId }],
    'people.duplicates': [
      { personId: null, limit: 100 },
      { personId, limit: 100 },
    ],
    'people.toldApart': [undefined],
    'organisations.list': [undefined],
    'organisations.members': [{ organisationId: asked.organisationId }],
    'courses.list': [undefined],
    'courses.get': [{ id: courseId }],
    'trainers.list': [{ courseId: null }, { courseId: null, personId }],
    'trainers.search': [
      { courseId: null, level: null, language: 'qu', municipalityCode: '030904', free: null },
      ...ofEditions.map((edition) => ({
        courseId,
        level: null,
        language: null,
        municipalityCode: null,
        free: { when: 'edition', ...edition },
      })),
      {
        courseId,
        level: 'trainer',
        language: null,
        municipalityCode: null,
        free: {
          when: 'days',
          days: { from: '2026-03-01', to: '2026-03-31', weekdays: [], hours: null },
        },
      },
    ],
    'trainers.leadObstacles': [
      { courseId, personIds: [personId], startsOn: '2026-03-02', endsOn: '2026-03-27' },
    ],
    'trainers.rules': [{ courseId: null }],
    'trainers.cascade': [{ personId: asked.otherId }, { personId: null }],
    'observations.list': [{ personId: asked.otherId }],
    'observations.criteria': [undefined],
    'editions.list': [{ courseId: null }],
    'editions.get': ofEditions,
    'editions.suggestCode': [{ courseId }],
    'editions.results': ofEditions,
    'sessions.list': ofEditions,
    'sessions.bookings': [
      { from: null, personIds: [personId], rooms: [{ place: 'Salón municipal de Vinto', room: 'Aula 1' }] },
    ],
    'sessions.places': [undefined],
    'calendar.list': [{ from: '2026-03-02', to: '2026-04-05' }],
    'enrolments.list': ofEditions,
    'enrolments.missing': editionIds.map((editionId) => ({ editionId, personIds: null })),
    'attendance.grid': ofEditions,
    'grades.table': ofEditions,
    'certificates.candidates': ofEditions,
    'certificates.draft': [{ enrolmentId, kind: 'participation' }],
    'certificates.register': [{ text: '', editionId: null, ...page }],
    'certificates.get': [{ id: certificateId }],
    'certificates.verify': [{ text: 'A-2026-0001' }],
    'imports.list': [undefined],
    'history.list': subjects.map((subject) => ({
      subject,
      userId: null,
      table: null,
      offset: 0,
      limit: 25,
    })),
    'history.row': [{ table: 'person', key: personId }],
    'today.get': [undefined],
    'safekeeping.state': [undefined],
    'backups.list': [undefined],
    'recovery.state': [undefined],
    'conflicts.list': [undefined],
    'conflicts.count': [undefined],
    'exchange.state': [undefined],
    'exchange.digest': [undefined],
    'exchange.reviewThinning': [{ before: '2030-01-01T00:00:00.000Z' }],
  };
}

/** All others: they write, wait for something, or make a file of what can be read otherwise. */
export const notReadings = `
  setup.start setup.startDemo setup.signIn setup.signOut setup.recover setup.lock
  office.update office.setLogo office.setIdleMinutes programmes.create programmes.update trades.set
  officeDays.add officeDays.remove officeDays.restore
  users.create users.update users.setPassword users.makeRecoveryCode users.printRecoverySheet users.discardRecoverySheet
  people.create people.update people.remove people.restore people.anonymise people.merge people.tellApart conflicts.resolve conflicts.takeBack
  observations.setCriteria observations.add observations.change observations.remove observations.restore
  trainers.setRule trainers.removeRule trainers.say courses.create courses.update courses.remove courses.restore
  exchange.exportPacket exchange.packetFile exchange.importPacket exchange.acceptDevice exchange.discardAside
  exchange.retireDevice exchange.renameDevice exchange.acknowledgeMinting exchange.trustCalendar exchange.stopAwaiting exchange.setFolder
  exchange.exchangeFolder exchange.thinOut
  editions.create editions.update editions.move editions.close editions.reopen editions.remove editions.restore
  sessions.create sessions.plan sessions.update sessions.cancel sessions.uncancel sessions.remove sessions.restore
  enrolments.enrol enrolments.request enrolments.decline enrolments.transfer enrolments.excuse enrolments.withdraw enrolments.readmit enrolments.remove attendance.mark
  grades.record grades.setAssessments certificates.issue certificates.revoke documents.create
  imports.read imports.readAgain imports.rows imports.review imports.commit imports.undo history.undo history.restore
  changes.watch backups.make backups.setSecondPlace backups.forgetSecondPlace backups.browse backups.inspect
  backups.restore recovery.inspect recovery.recover`
  .trim()
  .split(/\s+/);

const procedureByName = new Map(listProcedures().map(({ name, procedure }) => [name, procedure]));

/** The procedures that do not answer, each with its error. */
export async function listUnanswered(
  service: Service,
  asked: Asked,
  { without = [] }: { without?: readonly string[] } = {},
): Promise<string[]> {
  const unanswered: string[] = [];
  for (const [name, inputs] of Object.entries(listReadings(asked))) {
    if (without.includes(name)) continue;
    const procedure = procedureByName.get(name);
    if (procedure === undefined) throw new Error(`no procedure ${name}`);
    const context = { service, connection: { userId: asked.userId } };
    const call = createProcedureClient(procedure, { context, path: name.split('.') });
    for (const input of inputs) {
      try {
        await call(input);
      } catch (error) {
        const code = error instanceof ORPCError ? error.code : String(error);
        unanswered.push(`${name} ${JSON.stringify(input)}: ${code}`);
      }
    }
  }
  return unanswered;
}

/** The first row of a table, as SQL names its columns. */
export function firstOf(service: Service, table: string, where = '1'): Record<string, unknown> {
  const [row] = all(service.db, `SELECT * FROM ${table} WHERE ${where} ORDER BY created_at, 1, 2 LIMIT 1`);
  if (row === undefined) throw new Error(`no ${table}`);
  return row;
}
