import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/ids.ts';
import { mergePeople } from '../../../db/merge-people.ts';
import { createPerson } from '../../../db/people.ts';
import { findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import { accepted } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc } from '../../support/other-pc.ts';
import { draftPerson } from '../../support/person.ts';

describe('two people merged on two PCs, each its own way', () => {
  function mergeBothWays() {
    const office = createTestOffice();
    const a = createPerson(office.writer, draftPerson()).id;
    const b = createPerson(office.writer, draftPerson({ givenNames: 'Juanita' })).id;
    const laptop = addPc(office);
    const merge = (keptId: PersonId, goneId: PersonId) => ({ keptId, goneId, fromGone: [], enrolments: [] });
    accepted(mergePeople(office.writer, merge(a, b)));
    accepted(mergePeople(laptop.writer, merge(b, a)));
    return { office, laptop, a, b };
  }

  test('are both gone, and someone says who stays', () => {
    const { office, laptop, a, b } = mergeBothWays();
    const conflict = findOnBoth('mergedApart', office, laptop);
    expect(conflict.people).toMatchObject([
      { person: { id: a }, isDeleted: true },
      { person: { id: b }, isDeleted: true },
    ]);
    resolveOn(laptop, conflict, { choice: 'keepPerson', personId: b });
    expect(listOnBoth(office, laptop)).toEqual([]);
    for (const { db } of [office, laptop]) {
      expect(db.handle.prepare('SELECT id FROM person WHERE deleted_at IS NULL').pluck().all()).toEqual([b]);
    }
  });
});
