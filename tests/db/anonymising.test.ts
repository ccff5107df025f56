import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blurBirthDate, isErasable } from '../../domain/anonymising.ts';
import { addDays, ageOn, type CalendarDate } from '../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { anonymisePerson, reviewAnonymising } from '../../db/anonymising.ts';
import { sealOwnHead } from '../../db/change-log/chain.ts';
import { checkLog, digestLog } from '../../db/change-log/check.ts';
import { redactErased } from '../../db/change-log/erasing.ts';
import { addSeal, findSeal, listHeads } from '../../db/change-log/heads.ts';
import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import { all, findRow, insertRow, type ReadableDb, updateRow } from '../../db/database.ts';
import { findSimilarPeople } from '../../service/duplicates.ts';
import { listHistory } from '../../db/history/history.ts';
import { undoAction } from '../../db/history/undo.ts';
import { addKnowledge } from '../../db/exchange.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, findPerson, updatePerson } from '../../db/people.ts';
import { searchPeople } from '../../db/person-search.ts';
import { accepted } from '../support/edition.ts';
import { createEndedEdition } from '../support/ended-edition.ts';
import { listTablesAboutPeople } from '../support/about-people.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { addPc, bringTo, exchange } from '../support/other-pc.ts';
import { draftPerson } from '../support/person.ts';

const zenobia = draftPerson({
  givenNames: 'Zenobia',
  paternalSurname: 'Ñuflo',
  maternalSurname: 'Xalapa',
  idNumber: '87654321',
  idComplement: '9Z',
  sex: 'F',
  birthDate: '1999-05-17',
  phone: '76543210',
  email: 'zeno@correo.bo',
  municipalityCode: '030904',
  community: 'Payacollo',
  organisationName: 'Club de Zenobias',
  languages: ['qu'],
  notes: 'Vende queso en la feria de Zárate',
  hasConsented: true,
  enterprise: {
    ...emptyEnterprise,
    name: 'Quesos Zeno',
    trade: 'Quesos de altura',
    section: 'C',
    workers: 2,
    salesBand: 'small',
    nit: '998877665',
  },
});
/** What says who she is, wherever it may have been left. */
const traces =
  /Zenobia(?!s)|Ñuflo|Nuflo|nuflo|Xalapa|xalapa|87654321|76543210|zeno@|Zárate|Quesos|998877665|1999-05-17/;

function createOfficeWithHer() {
  const office = createTestOffice();
  const { id } = createPerson(office.writer, zenobia);
  accepted(updatePerson(office.writer, { id, draft: { ...zenobia, phone: '70000001' } }));
  accepted(updatePerson(office.writer, { id, draft: zenobia }));
  office.setDay('2026-05-02');
  return { ...office, id };
}

/** Every value of every table that still says who she was, with where it stands. */
function listTraces(db: ReadableDb): string[] {
  const tables = all<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'sqlite%'",
  );
  return tables.flatMap(({ name }) =>
    all(db, `SELECT * FROM ${name}`).flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => typeof value === 'string' && traces.test(value))
        .map(([column]) => `${name}.${column}`),
    ),
  );
}

describe('a person who is anonymised', () => {
  test('is nobody any more, and keeps what figures count', () => {
    const { db, writer, id } = createOfficeWithHer();
    const person = accepted(anonymisePerson(writer, id));
    expect(person).toMatchObject({
      ...draftPerson({ givenNames: 'Persona', paternalSurname: 'anonimizada', maternalSurname: null }),
      sex: 'F',
      birthDate: '1999-12-31',
      municipalityCode: '030904',
      community: 'Payacollo',
      enterprise: { ...emptyEnterprise, section: 'C', workers: 2, salesBand: 'small' },
      anonymisedAt: '2026-05-02T12:00:00.000Z',
    });
    expect(findRow(db, 'SELECT sort_name, folded_name FROM person WHERE id = ?', id)).toEqual({
      sort_name: findRow<{ sort_name: string }>(db, 'SELECT sort_name FROM person WHERE id = ?', id)
        ?.sort_name,
      folded_name: expect.not.stringMatching(/zenobia/) as unknown,
    });
    expect(checkLog(db)).toEqual({ ok: true, problems: [] });
  });

  test('stands nowhere in the data any more, nor in the log, where no other PC waits for it', () => {
    const { db, writer, id } = createOfficeWithHer();
    expect(listTraces(db)).toContain('change_log.delta');
    accepted(anonymisePerson(writer, id));
    expect(listTraces(db)).toEqual([]);
  });

  test('is found by none of what she was', () => {
    const { db, writer, id } = createOfficeWithHer();
    const texts = ['zenobia', 'xala', '8765', '76543210', 'zenobias'];
    const found = () => texts.map((text) => searchPeople(db, { text, limit: 5 }).length);
    expect(found()).toEqual([1, 1, 1, 1, 1]);
    accepted(anonymisePerson(writer, id));
    expect(found()).toEqual([0, 0, 0, 0, 0]);
    expect(searchPeople(db, { text: 'anonimizada', limit: 5 }).map((person) => person.id)).toEqual([id]);
  });

  test('takes along whoever became them by merging', () => {
    const { db, writer, id, setDay } = createOfficeWithHer();
    const twin = createPerson(writer, { ...zenobia, givenNames: 'Zenobia Xalapa' });
    accepted(mergePeople(writer, { keptId: id, goneId: twin.id, fromGone: [], enrolments: [] }));
    setDay('2026-07-02');
    expect(reviewAnonymising(db, id)).toMatchObject({ records: 2 });
    accepted(anonymisePerson(writer, id));
    expect(listTraces(db)).toEqual([]);
  });

  test('keeps attendance, grades and certificates; the register keeps the name on paper', () => {
    const { db, writer, zoePerson, zoe, issue, close } = createEndedEdition();
    close();
    accepted(issue([zoe]));
    const facts = () =>
      ['attendance_mark', 'grade', 'certificate', 'edition', 'session'].map((table) =>
        all(db, `SELECT * FROM ${table}`),
      );
    const before = facts();
    accepted(anonymisePerson(writer, zoePerson));
    expect(facts()).toEqual(before);
    expect(reviewAnonymising(db, zoePerson)).toMatchObject({ enrolments: 1, folios: [expect.any(String)] });
  });

  test('cannot be corrected, restored from the history, merged or brought back by undoing', () => {
    const office = createOfficeWithHer();
    const { db, writer, user, id } = office;
    const other = createPerson(writer, draftPerson());
    accepted(anonymisePerson(writer, id));
    expect(updatePerson(writer, { id, draft: zenobia })).toMatchObject({ refused: 'ANONYMISED' });
    const merge = { keptId: other.id, goneId: id, fromGone: [], enrolments: [] };
    expect(mergePeople(writer, merge)).toMatchObject({ refused: 'NOT_FOUND' });
    const { actions } = listHistory(db, user, {
      subject: { of: 'person', personId: id },
      userId: null,
      table: null,
      offset: 0,
      limit: 50,
    });
    expect(JSON.stringify(actions)).not.toMatch(traces);
    expect(actions[0]).toMatchObject({ mayUndo: false });
    for (const { device, action } of actions) {
      undoAction(writer, { user, ownEditions: null }, { device, action });
    }
    expect(listTraces(db)).toEqual([]);
    expect(findPerson(db, id)?.givenNames ?? 'Persona').toBe('Persona');
  });

  test('is compared with nobody, and nobody with them', async () => {
    const { db, writer, id } = createOfficeWithHer();
    const other = createPerson(writer, zenobia);
    accepted(anonymisePerson(writer, id));
    accepted(anonymisePerson(writer, other.id));
    const draft = draftPerson({
      givenNames: 'Persona',
      paternalSurname: 'anonimizada',
      maternalSurname: null,
    });
    expect(await findSimilarPeople(db, draft)).toEqual([]);
  });
});

describe('anonymising waits', () => {
  test('until the editions in which they take part are over', () => {
    const { writer, db, zoePerson, close } = createEndedEdition();
    expect(reviewAnonymising(db, zoePerson)).toMatchObject({
      running: [{ editionCode: expect.any(String) }],
    });
    expect(anonymisePerson(writer, zoePerson)).toMatchObject({ refused: 'STILL_ACTIVE' });
    close();
    expect(anonymisePerson(writer, zoePerson)).toMatchObject({ givenNames: 'Persona' });
  });
});

describe('on several PCs', () => {
  /** As packets do it: each tells what it has, and signs its own. */
  const knowEachOther = (a: TestOffice, b: TestOffice) => {
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      sealOwnHead(there.db);
      for (const { device, sequence } of listHeads(there.db)) {
        const seal = findSeal(there.db, device, sequence);
        if (seal !== null) addSeal(here.db, device, seal);
        addKnowledge(here.db, there.writer.deviceId, device, sequence);
      }
    }
  };

  test('the log lets go of the old values once every PC in use is known to have them', () => {
    const office = createOfficeWithHer();
    const laptop = addPc(office);
    exchange(office, laptop);
    accepted(anonymisePerson(office.writer, office.id));
    expect(listTraces(office.db)).not.toEqual([]);
    exchange(office, laptop);
    expect(findPerson(laptop.db, office.id)).toEqual(findPerson(office.db, office.id));
    knowEachOther(office, laptop);
    for (const { db } of [office, laptop]) redactErased(db, office.now());
    expect(digestLog(laptop.db)).toBe(digestLog(office.db));
    for (const { db } of [office, laptop]) {
      expect(checkLog(db)).toEqual({ ok: true, problems: [] });
      expect(listTraces(db)).toEqual([]);
    }
  });

  test('what was corrected elsewhere meanwhile does not bring them back, whichever came first', () => {
    for (const isLater of [false, true]) {
      const office = createOfficeWithHer();
      const laptop = addPc(office);
      exchange(office, laptop);
      const correct = () =>
        accepted(
          updatePerson(laptop.writer, {
            id: office.id,
            draft: {
              ...zenobia,
              givenNames: 'Zenobia Xalapa',
              birthDate: '1998-05-17' as CalendarDate,
              community: 'Combuyo',
              enterprise: { ...zenobia.enterprise, name: 'Quesos Zeno II', workers: 3 },
            },
          }),
        );
      const anonymise = () => accepted(anonymisePerson(office.writer, office.id));
      const steps = isLater ? [anonymise, correct] : [correct, anonymise];
      for (const step of steps) {
        step();
        office.passTime(60_000);
      }
      exchange(office, laptop);
      for (const { db } of [office, laptop]) {
        expect(findPerson(db, office.id)).toMatchObject({
          givenNames: 'Persona',
          birthDate: '1999-12-31',
          community: 'Combuyo',
        });
        expect(findPerson(db, office.id)?.enterprise).toMatchObject({ name: null, workers: 3 });
        expect(checkLog(db)).toEqual({ ok: true, problems: [] });
      }
      knowEachOther(office, laptop);
      redactErased(office.db, office.now());
      // What was written within the last 30 days rests first.
      expect(listTraces(office.db)).not.toEqual([]);
      office.setDay('2026-07-02');
      redactErased(office.db, office.now());
      expect(listTraces(office.db)).toEqual([]);
      redactErased(laptop.db, office.now());
      expect(digestLog(laptop.db)).toBe(digestLog(office.db));
    }
  });

  test('what is recorded of them elsewhere is seen, and taken away as well', () => {
    const office = createOfficeWithHer();
    const laptop = addPc(office);
    exchange(office, laptop);
    insertRow(laptop.writer, 'enterprise', {
      id: laptop.newId(),
      person_id: office.id,
      name: 'Quesos Zeno III',
    });
    accepted(anonymisePerson(office.writer, office.id));
    expect(reviewAnonymising(office.db, office.id)).toMatchObject({ isBehind: false });
    bringTo(office, laptop);
    expect(reviewAnonymising(office.db, office.id)).toMatchObject({ isBehind: true });
    accepted(anonymisePerson(office.writer, office.id));
    expect(reviewAnonymising(office.db, office.id)).toMatchObject({ isBehind: false });
    expect(all(office.db, 'SELECT name FROM enterprise WHERE name IS NOT NULL')).toEqual([]);
  });

  test('words that are written of an anonymised enrolment are not kept', () => {
    const { db, writer, zoePerson, zoe, close } = createEndedEdition();
    close();
    accepted(anonymisePerson(writer, zoePerson));
    updateRow(writer, 'enrolment', { id: zoe }, { status: 'withdrawn', withdrawn_reason: 'Zenobia se fue' });
    expect(findRow(db, 'SELECT status, withdrawn_reason FROM enrolment WHERE id = ?', zoe)).toEqual({
      status: 'withdrawn',
      withdrawn_reason: null,
    });
    expect(checkLog(db)).toEqual({ ok: true, problems: [] });
  });
});

describe('the day of birth that stays', () => {
  test('is in the same year and gives the same age on every counted day, and depends on those days alone', () => {
    let moved = 0;
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => addDays('1975-01-01' as CalendarDate, days));
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 12 }), (birthDate, days) => {
        const kept = blurBirthDate(birthDate, days);
        expect(kept.slice(0, 4)).toBe(birthDate.slice(0, 4));
        for (const counted of days) expect(ageOn(kept, counted)).toBe(ageOn(birthDate, counted));
        const isOneOfThose = days.some((counted) => counted.slice(5) === kept.slice(5));
        expect(isOneOfThose || kept.endsWith('-12-31') || kept.endsWith('-02-28')).toBe(true);
        if (kept !== birthDate) moved += 1;
      }),
      { seed: 20260302, numRuns: 2000 },
    );
    expect(moved).toBeGreaterThan(1900);
  });
});

/** What stays of a row that is about a person although it is text, and why it may. */
const kept: Readonly<Record<string, readonly string[]>> = {
  // Counted by figures.
  person: ['sex', 'municipality_code', 'community', 'sort_community', 'kept_birth_date'],
  enterprise: ['section', 'sales_band'],
  // What was done, in words of Yachay.
  enrolment: ['status'],
  trainer_assignment: ['role'],
  accreditation_word: ['level', 'word', 'said_on'],
  observation: ['observed_on'],
  // The office's own form.
  observation_mark: ['text'],
  attendance_mark: ['mark'],
  // Words of whoever decided, of the edition's rules and not of the person.
  'enrolment exception': ['exception_reason', 'prerequisite_reason'],
  'trainer_assignment exception': ['exception_reason'],
  // Somebody else.
  'observation observer': ['observer'],
  // The name in the lists is computed from the one that stands for theirs.
  'person computed': ['sort_name', 'folded_name'],
  // Who signs in works for the office; such a user has to be deactivated before.
  user_account: ['name', 'role', 'password_hash'],
};
/** The office's register: what was printed stays as it was printed. */
const registers = new Set(['certificate', 'certificate_signatory']);

test('of every text about a person it is said whether it goes or stays', () => {
  const { db } = createTestOffice();
  const tables = readTravellingTables(db.handle);
  const about = listTablesAboutPeople(db);
  const unsaid = about
    .filter((name) => !registers.has(name))
    .flatMap((name) => {
      const said = new Set(
        Object.entries(kept).flatMap(([key, columns]) => (key.split(' ')[0] === name ? columns : [])),
      );
      const pointers = new Set(tables.get(name)?.parents.flatMap(({ columns }) => columns));
      const columns = all<{ name: string; type: string }>(
        db,
        `SELECT name, type FROM pragma_table_info('${name}')`,
      );
      return columns
        .filter(({ type }) => type === 'TEXT')
        .map((column) => column.name)
        .filter((column) => !/^(id|created_by|created_on|changed_by|changed_on)$/.test(column))
        .filter((column) => !pointers.has(column) && !said.has(column) && !isErasable(name, column))
        .map((column) => `${name}.${column}`);
    });
  expect(unsaid).toEqual([]);
  expect(about.length).toBeGreaterThan(8);
});
