import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatIdentityCard,
  issuedInSchema,
  parseIdentityCard,
  parseIssuedIn,
} from '../../domain/identity-card.ts';

describe('an identity card', () => {
  test.each([
    ['12336143', '12336143', null, null],
    ['12.336.143', '12336143', null, null],
    ['1.059.3735', '10593735', null, null],
    ['12 336 143', '12336143', null, null],
    ['3139144-1A', '3139144', '1A', null],
    ['8798007-2B', '8798007', '2B', null],
    ['8798007 2B', '8798007', '2B', null],
    ['8798007-2b', '8798007', '2B', null],
    ['1234567CB', '1234567', null, 'CB'],
    ['1234567-CB', '1234567', null, 'CB'],
    ['1234567 Cbba.', '1234567', null, 'CB'],
    ['5720973 CBBA', '5720973', null, 'CB'],
    ['1234567-1A CB', '1234567', '1A', 'CB'],
    ['1234567-1ACB', '1234567', '1A', 'CB'],
    ['1234567 LP 1A', '1234567', '1A', 'LP'],
    ['1234567 exp. SC', '1234567', null, 'SC'],
    ['1234567 (Santa Cruz)', '1234567', null, 'SC'],
    ['C.I. 1234567', '1234567', null, null],
    ['C.I. Nº 1234567 LP', '1234567', null, 'LP'],
    ['Carnet de identidad: 1234567 OR', '1234567', null, 'OR'],
    ['E-1234567', 'E-1234567', null, null],
    ['e 1234567', 'E-1234567', null, null],
    ['12284848 Cod. QR', '12284848', null, null],
    ['12284848 QR', '12284848', null, null],
  ])('written %j is read without a warning', (text, number, complement, issuedIn) => {
    expect(parseIdentityCard(text)).toEqual({ number, complement, issuedIn, warning: null });
  });

  test.each([
    ['123', '123', null],
    ['12345678901', '12345678901', null],
    ['1.03.79460', '10379460', null],
    ['1.2336143E+07', '12336143', null],
    ['1234567 en trámite', '1234567', null],
    ['1234567 14', '1234567', '14'],
    ['Pasaporte AB123456', '123456', null],
  ])('of an unusual shape, %j, is kept with a warning', (text, number, complement) => {
    expect(parseIdentityCard(text)).toEqual({ number, complement, issuedIn: null, warning: 'unusualShape' });
  });

  test.each(['no tiene', 's/n', 'Cod. QR', 'en trámite'])('is missing where %j is said', (text) => {
    expect(parseIdentityCard(text)).toMatchObject({ number: null, warning: 'notANumber' });
  });

  test.each(['', '  ', '-', '---', '.'])('left out as %j is no problem', (text) => {
    expect(parseIdentityCard(text)).toMatchObject({ number: null, warning: null });
  });

  test('takes the department of its own column before the one glued to the number', () => {
    expect(parseIdentityCard('1234567 LP', 'Oruro').issuedIn).toBe('OR');
    expect(parseIdentityCard('1234567 LP', '').issuedIn).toBe('LP');
    expect(parseIdentityCard('1234567', 'Cod. QR')).toMatchObject({ issuedIn: null, warning: null });
  });

  test('reads back as it was printed, however it is separated', () => {
    const seen = { foreign: 0, complement: 0, issuedIn: 0, dotted: 0 };
    const digit = fc.constantFrom(...'0123456789');
    const letter = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ');
    const digits = fc.string({ unit: digit, minLength: 4, maxLength: 10 });
    const complement = fc.option(fc.tuple(digit, letter).map((pair) => pair.join('')));
    const issuedIn = fc.option(fc.constantFrom(...issuedInSchema.options));
    fc.assert(
      fc.property(
        digits,
        fc.boolean(),
        complement,
        issuedIn,
        fc.boolean(),
        (number, isForeign, extra, place, dots) => {
          const card = { number: isForeign ? `E-${number}` : number, complement: extra, issuedIn: place };
          const dotted = number.replace(/\B(?=(\d{3})+$)/g, '.');
          const text = dots ? formatIdentityCard(card).replace(number, dotted) : formatIdentityCard(card);
          seen.foreign += Number(isForeign);
          seen.complement += Number(extra !== null);
          seen.issuedIn += Number(place !== null);
          seen.dotted += Number(dots);
          expect(parseIdentityCard(text)).toEqual({ ...card, warning: null });
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});

describe('the department that issued a card', () => {
  test.each([
    ['CB', 'CB'],
    ['cbba.', 'CB'],
    ['CO', 'CB'],
    ['Cochabamba', 'CB'],
    ['PS', 'PT'],
    ['Potosí', 'PT'],
    ['BN', 'BE'],
    ['PA', 'PD'],
    ['Sta. Cruz', 'SC'],
    ['Expedido en La Paz', 'LP'],
    ['Tja', 'TJ'],
    ['Sucre', 'CH'],
    ['ORU', 'OR'],
  ] as const)('%j is %s', (text, issuedIn) => {
    expect(parseIssuedIn(text)).toEqual({ issuedIn, isKnown: true });
  });

  test.each(['Cod. QR', 'QR', 'código QR', '', '-'])('%j means none', (text) => {
    expect(parseIssuedIn(text)).toEqual({ issuedIn: null, isKnown: true });
  });

  test('another word is not known', () => {
    expect(parseIssuedIn('Lima')).toEqual({ issuedIn: null, isKnown: false });
  });
});
