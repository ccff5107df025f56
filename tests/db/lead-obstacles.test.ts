import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayInBolivia } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { TrainerAssignment } from '../../domain/edition.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Role } from '../../domain/role.ts';
import { removeAccreditationRule } from '../../db/accreditation-rules.ts';
import { createEdition, findEdition, updateEdition } from '../../db/editions.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { accepted, createTestEdition, createTestPeople, draftEdition } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { createTestCascade, say } from '../support/trainers.ts';

type Named = Omit<TrainerAssignment, 'name' | 'exceptionReason'> & { exceptionReason?: string | null };

let office: TestOffice;
let bread: Course;
let training: Course;
let ana: PersonId;
let beto: PersonId;
beforeEach(() => {
  office = createTestOffice();
  ({ bread, training } = createTestCascade(office.writer));
  const [first, second] = createTestPeople(office.writer, ['Ávila, Ana', 'Beltrán, Beto']);
  if (!first || !second) throw new Error('two were registered');
  [ana, beto] = [first, second];
});

const today = () => dayInBolivia(office.writer.now());
const lead = (personId: PersonId, exceptionReason: string | null = null): Named => ({
  personId,
  role: 'lead',
  exceptionReason,
});

/** Of an edition that starts in so many days and lasts ten. */
function draftWith(trainers: Named[], startsIn = 30, code = 'PAN-1') {
  const startsOn = addDays(today(), startsIn);
  return draftEdition(bread.id, { code, startsOn, endsOn: addDays(startsOn, 10), trainers });
}

const create = (trainers: Named[], role: Role, startsIn?: number) =>
  createEdition(office.writer, draftWith(trainers, startsIn), role);

/** Ana's accreditation holds for two years, so it is over in so many days. */
function accreditUntil(days: number) {
  accepted(
    say(office.writer, bread.id, { personId: ana, word: 'accredited', on: addDays(today(), days - 730) }),
  );
}

describe('to lead an edition', () => {
  test('takes an accreditation for its course, and the refusal says whose is missing and why', () => {
    expect(create([lead(ana)], 'registrar')).toEqual({
      refused: 'LEAD_NOT_ACCREDITED',
      data: { personId: ana, name: 'Ávila, Ana', state: null },
    });
    accreditUntil(-10);
    expect(create([lead(ana)], 'registrar')).toMatchObject({
      data: { personId: ana, state: { status: 'lapsed', reason: 'validityEnds' } },
    });
    accreditUntil(300);
    expect(create([lead(ana)], 'registrar')).toMatchObject({ trainers: [{ exceptionReason: null }] });
  });

  test('takes one that holds on the first day of the edition, not only today', () => {
    accreditUntil(20);
    expect(create([lead(ana)], 'registrar', 10)).toHaveProperty('id');
    expect(createEdition(office.writer, draftWith([lead(ana)], 40, 'PAN-2'))).toMatchObject({
      refused: 'LEAD_NOT_ACCREDITED',
      data: { state: { status: 'lapsed' } },
    });
  });

  test('takes none where the course asks nothing, nor to teach beside others', () => {
    expect(create([{ personId: beto, role: 'assistant' }], 'registrar')).toHaveProperty('id');
    const startsOn = addDays(today(), 5);
    const free = draftEdition(training.id, { startsOn, endsOn: startsOn, trainers: [lead(beto)] });
    expect(createEdition(office.writer, free)).toHaveProperty('id');
    accepted(removeAccreditationRule(office.writer, { courseId: bread.id, level: 'trainer' }));
    expect(createEdition(office.writer, draftWith([lead(beto)], 30, 'PAN-3'))).toHaveProperty('id');
  });

  test('is nobody’s who is suspended', () => {
    accreditUntil(300);
    accepted(say(office.writer, bread.id, { personId: ana, word: 'suspended', on: today() }));
    expect(create([lead(ana)], 'registrar')).toMatchObject({ data: { state: { status: 'suspended' } } });
  });
});

describe('the coordinator’s word', () => {
  test('lets somebody lead and is recorded; that of a registrar does not, and none is not enough', () => {
    expect(create([lead(ana, 'No hay otra persona')], 'registrar')).toMatchObject({
      refused: 'LEAD_NOT_ACCREDITED',
    });
    expect(create([lead(ana)], 'coordinator')).toMatchObject({ refused: 'LEAD_NOT_ACCREDITED' });
    expect(create([lead(ana, 'No hay otra persona')], 'coordinator')).toMatchObject({
      trainers: [{ personId: ana, exceptionReason: 'No hay otra persona' }],
    });
  });

  test('is not written down where it is not needed', () => {
    accreditUntil(300);
    expect(create([lead(ana, 'Por si acaso')], 'coordinator')).toMatchObject({
      trainers: [{ exceptionReason: null }],
    });
  });

  test('stays as it was said, whoever saves the edition afterwards, until they do not lead any more', () => {
    const { id: editionId } = accepted(create([lead(ana, 'No hay otra persona')], 'coordinator'));
    const save = (trainers: Named[], role: Role) =>
      updateEdition(office.writer, { editionId, draft: draftWith(trainers) }, role);
    expect(save([lead(ana)], 'registrar')).toMatchObject({
      trainers: [{ exceptionReason: 'No hay otra persona' }],
    });
    expect(save([lead(ana, 'Otra cosa')], 'coordinator')).toMatchObject({
      trainers: [{ exceptionReason: 'No hay otra persona' }],
    });
    expect(save([{ personId: ana, role: 'assistant' }], 'registrar')).toMatchObject({
      trainers: [{ role: 'assistant', exceptionReason: null }],
    });
    expect(save([lead(ana)], 'registrar')).toMatchObject({ refused: 'LEAD_NOT_ACCREDITED' });
    expect(save([], 'registrar')).toMatchObject({ trainers: [] });
    expect(save([lead(ana)], 'registrar')).toMatchObject({ refused: 'LEAD_NOT_ACCREDITED' });
  });

  test('goes with them where two records of one person are merged', () => {
    const { id } = accepted(create([lead(ana, 'No hay otra persona')], 'coordinator'));
    accepted(mergePeople(office.writer, { keptId: beto, goneId: ana, fromGone: [], enrolments: [] }));
    expect(findEdition(office.db, id)?.trainers).toMatchObject([
      { personId: beto, exceptionReason: 'No hay otra persona' },
    ]);
  });
});

describe('an edition whose lead was accredited when they were named', () => {
  test('is saved also after that is over, and a coordinator may add why they go on', () => {
    accreditUntil(300);
    const { id: editionId } = accepted(create([lead(ana)], 'registrar', 200));
    accepted(say(office.writer, bread.id, { personId: ana, word: 'suspended', on: today() }));
    const save = (trainers: Named[], role: Role) =>
      updateEdition(office.writer, { editionId, draft: draftWith(trainers, 200) }, role);
    expect(save([lead(ana, 'Termina lo comenzado')], 'registrar')).toMatchObject({
      trainers: [{ exceptionReason: null }],
    });
    expect(save([lead(ana, 'Termina lo comenzado')], 'coordinator')).toMatchObject({
      trainers: [{ exceptionReason: 'Termina lo comenzado' }],
    });
  });

  test('asks again when it becomes one of another course', () => {
    const { id: editionId } = createTestEdition(office.writer, {
      courseId: training.id,
      trainers: [lead(beto)],
    });
    expect(
      updateEdition(office.writer, { editionId, draft: draftWith([lead(beto)]) }, 'registrar'),
    ).toMatchObject({ refused: 'LEAD_NOT_ACCREDITED' });
  });
});
