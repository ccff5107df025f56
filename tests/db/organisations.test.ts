import { describe, expect, test } from 'vitest';
import { all } from '../../db/database.ts';
import { findOrCreateOrganisation, listOrganisations } from '../../db/organisations.ts';
import { createPerson, removePerson, updatePerson } from '../../db/people.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

describe('organisations', () => {
  test('case, accents and blanks do not make two of one', () => {
    const { db, writer } = createTestOffice();
    const names = ['Asociación  Las Ñustas', 'asociacion las ñustas ', 'ASOCIACIÓN LAS NUSTAS'];
    const ids = names.map((name) => findOrCreateOrganisation(writer, name, null));
    expect(new Set(ids).size).toBe(1);
    expect(all(db, 'SELECT name, name_folded, import_id FROM organisation')).toEqual([
      { name: 'Asociación Las Ñustas', name_folded: 'asociacion las nustas', import_id: null },
    ]);
  });

  test('no name is no organisation', () => {
    const { db, writer } = createTestOffice();
    expect(findOrCreateOrganisation(writer, null, null)).toBeNull();
    expect(listOrganisations(db)).toEqual([]);
  });

  test('are listed by name with the people who belong to them now', () => {
    const { db, writer } = createTestOffice();
    const members = ['OTB Vinto Chico', 'Ñandutí', 'OTB Vinto Chico', 'Nazareno'].map((organisationName) =>
      createPerson(writer, draftPerson({ organisationName })),
    );
    const [first, second] = members;
    if (!first || !second) throw new Error('four members');
    removePerson(writer, first.id);
    updatePerson(writer, { id: second.id, draft: draftPerson({ organisationName: 'nazareno' }) });
    const lines = listOrganisations(db).map(({ name, memberCount }) => [name, memberCount]);
    expect(lines).toEqual([
      ['Nazareno', 2],
      ['Ñandutí', 0],
      ['OTB Vinto Chico', 1],
    ]);
  });
});
