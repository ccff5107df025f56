import { expect, test } from 'vitest';
import { findSection } from '../../domain/trade.ts';
import { listTrades, setTrades } from '../../db/trades.ts';
import { all } from '../../db/database.ts';
import { createTestOffice } from '../support/office.ts';
import { addPc, exchange } from '../support/other-pc.ts';

const bread = { id: null, name: 'Panadería', section: 'C' } as const;
const milk = { id: null, name: 'Ávicultura', section: 'A' } as const;

test('the trades are what the last list said, by name; what stayed is not written again', () => {
  const { db, writer } = createTestOffice();
  const [first, second] = setTrades(writer, { trades: [bread, milk] });
  expect([first?.name, second?.name]).toEqual(['Ávicultura', 'Panadería']);
  if (first === undefined || second === undefined) throw new Error('there are two');
  const before = all(db, 'SELECT count(*) AS count FROM change_log');
  setTrades(writer, { trades: [first, second] });
  expect(all(db, 'SELECT count(*) AS count FROM change_log')).toEqual(before);
  expect(setTrades(writer, { trades: [{ ...first, name: 'Avicultura' }] })).toEqual([
    { ...first, name: 'Avicultura' },
  ]);
});

test('one name that two PCs added is one trade', () => {
  const office = createTestOffice();
  const laptop = addPc(office);
  setTrades(office.writer, { trades: [bread] });
  setTrades(laptop.writer, { trades: [{ ...bread, name: 'PANADERIA', section: null }] });
  exchange(office, laptop);
  expect(listTrades(office.db)).toHaveLength(1);
  expect(listTrades(laptop.db)).toEqual(listTrades(office.db));
});

test.each([
  ['panaderia', 'C'],
  [' PANADERÍA ', 'C'],
  ['Pan', null],
  [null, null],
])('the section of %s is %s', (name, section) => {
  expect(findSection([bread], name)).toBe(section);
});
