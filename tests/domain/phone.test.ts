import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPhone, parsePhone } from '../../domain/phone.ts';

test.each([
  ['70366443', '70366443'],
  ['726-23847', '72623847'],
  ['+591 78245119', '78245119'],
  ['(+591) 78245119', '78245119'],
  ['59178245119', '78245119'],
  ['00591 78245119', '78245119'],
  ['4-4356789', '44356789'],
  ['(4) 435-6789', '44356789'],
  ['04-4356789', '44356789'],
  ['cel. 70366443', '70366443'],
  ['+54 9 11 2345-6789', '+5491123456789'],
  ['0054 9 11 2345 6789', '+5491123456789'],
])('%j is the phone %s', (text, phone) => {
  expect(parsePhone(text)).toEqual({ phone, warning: null });
});

test.each(['70366443 / 72623847', '70366443 y 72623847', '70366443-72623847', '70366443, 4356789'])(
  'of several numbers in %j the first counts, and someone should look',
  (text) => {
    expect(parsePhone(text)).toEqual({ phone: '70366443', warning: 'severalPhones' });
  },
);

test.each(['91234567', '70366443 (esposo)'].map((text) => [text, text.slice(0, 8)]))(
  '%j is unusual and kept',
  (text, phone) => {
    expect(parsePhone(text)).toEqual({ phone, warning: 'unusualShape' });
  },
);

test.each(['no tiene', 's/n', '4356789', '+591 4356789', '123', '703664433'])('%j is no phone', (text) => {
  expect(parsePhone(text)).toEqual({ phone: null, warning: 'notAPhone' });
});

test.each(['', ' ', '-', '____'])('left out as %j is no problem', (text) => {
  expect(parsePhone(text)).toEqual({ phone: null, warning: null });
});

test('a printed phone reads back', () => {
  const seen = { mobile: 0, landline: 0, foreign: 0 };
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const local = fc.tuple(fc.constantFrom(...'23467'), digits(7)).map((parts) => parts.join(''));
  const foreign = fc.tuple(fc.constantFrom('+54', '+1', '+34'), digits(9)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(local, foreign), (phone) => {
      seen[phone.startsWith('+') ? 'foreign' : /^[67]/.test(phone) ? 'mobile' : 'landline'] += 1;
      expect(parsePhone(formatPhone(phone))).toEqual({ phone, warning: null });
    }),
    { seed: 591, numRuns: 300 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});
