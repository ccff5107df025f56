import type { Identity } from '../../domain/person-likeness.ts';
import type { Dice } from '../../service/demo/dice.ts';

/** What another list makes of somebody: those that are asked of Yachay, and those that real lists have besides. */
export const distortions = [
  'typing mistake in a name',
  'spelt as it sounds',
  'swapped surnames',
  'missing accents, capitals',
  'missing complement',
  'married name',
  'abbreviated given name',
  'one given name of two',
  'missing maternal surname',
  'names in the wrong columns',
  'mistake in the identity number',
  'day and month swapped',
  'birth date one digit off',
] as const;
export type Distortion = (typeof distortions)[number];

/**
 * The record of another list: one distortion, and what that list did not ask. Card, birth date and phone are each
 * there in seven lists of ten, one phone in seven is another by now; at least one of the three is there and right,
 * or else nobody could tell.
 */
export function distort(dice: Dice, person: Identity, distortion: Distortion): Identity {
  const written = applyDistortion(dice, person, distortion);
  const keep = { card: dice.chance(0.7), born: dice.chance(0.7), phone: dice.chance(0.7) };
  if (distortion === 'missing complement') keep.card = true;
  if (distortion === 'mistake in the identity number') Object.assign(keep, { card: true, born: true });
  if (distortion === 'day and month swapped' || distortion === 'birth date one digit off') {
    keep.born = true;
    if (!keep.card && !keep.phone) keep[dice.pick(['card', 'phone'] as const)] = true;
  }
  if (!keep.card && !keep.born && !keep.phone) keep[dice.pick(['card', 'born', 'phone'] as const)] = true;
  const hasOther = keep.card || keep.born;
  const isNewPhone = hasOther && distortion.includes('birth') === false && dice.chance(0.15);
  return {
    ...written,
    idNumber: keep.card ? written.idNumber : null,
    idComplement: keep.card ? written.idComplement : null,
    birthDate: keep.born ? written.birthDate : null,
    phone: !keep.phone
      ? null
      : isNewPhone
        ? `7${String(dice.upTo(10_000_000)).padStart(7, '0')}`
        : written.phone,
    community: dice.chance(0.7) ? written.community : null,
    organisationName: dice.chance(0.3) ? written.organisationName : null,
    sex: dice.chance(0.7) ? written.sex : null,
  };
}

function applyDistortion(dice: Dice, person: Identity, distortion: Distortion): Identity {
  const { givenNames, paternalSurname, maternalSurname, idNumber, birthDate } = person;
  const [first = '', ...others] = givenNames.split(' ');
  switch (distortion) {
    case 'typing mistake in a name': {
      const field = dice.pick(['givenNames', 'paternalSurname', 'maternalSurname'] as const);
      return { ...person, [field]: mistype(dice, person[field] ?? '') };
    }
    case 'spelt as it sounds':
      return {
        ...person,
        paternalSurname: respell(paternalSurname),
        maternalSurname: respell(maternalSurname),
        givenNames: respell(givenNames) ?? '',
      };
    case 'swapped surnames':
      return { ...person, paternalSurname: maternalSurname, maternalSurname: paternalSurname };
    case 'missing accents, capitals':
      return {
        ...person,
        givenNames: shout(givenNames),
        paternalSurname: shout(paternalSurname ?? ''),
        maternalSurname: shout(maternalSurname ?? ''),
      };
    case 'missing complement':
      return { ...person, idComplement: null };
    case 'married name': {
      const husband = dice.pick(['Flores', 'Mamani', 'Rojas', 'Quispe', 'Claros', 'Sejas', 'Villarroel']);
      return dice.pick([
        { ...person, marriedSurname: husband },
        { ...person, maternalSurname: null, marriedSurname: husband },
        { ...person, maternalSurname: `de ${husband}` },
        { ...person, maternalSurname: `${maternalSurname} vda. de ${husband}` },
      ]);
    }
    case 'abbreviated given name':
      if (first === 'María')
        return { ...person, givenNames: [dice.pick(['Ma.', 'M.', 'Mª']), ...others].join(' ') };
      return { ...person, givenNames: [first, ...others.map((name) => `${name.charAt(0)}.`)].join(' ') };
    case 'one given name of two':
      return { ...person, givenNames: dice.chance(0.7) ? first : (others[0] ?? first) };
    case 'missing maternal surname':
      return { ...person, maternalSurname: null };
    case 'names in the wrong columns':
      return {
        ...person,
        givenNames: `${paternalSurname} ${maternalSurname}`,
        paternalSurname: first,
        maternalSurname: others.length === 0 ? null : others.join(' '),
      };
    case 'mistake in the identity number':
      return { ...person, idNumber: misnumber(dice, idNumber ?? '') };
    case 'day and month swapped': {
      const [year, month, day] = (birthDate ?? '').split('-');
      return { ...person, birthDate: `${year}-${day}-${month}` };
    }
    case 'birth date one digit off': {
      const year = Number(birthDate?.slice(0, 4));
      return { ...person, birthDate: `${year + (year % 10 === 9 ? -1 : 1)}${birthDate?.slice(4)}` };
    }
  }
}

/** A letter left out, doubled, exchanged with its neighbour, or the key beside it. */
function mistype(dice: Dice, text: string): string {
  const at = 1 + dice.upTo(Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const kind = dice.upTo(4);
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2) return before + after.charAt(0) + letter + after.slice(1);
  const beside: Record<string, string> = {
    a: 's',
    e: 'r',
    i: 'o',
    o: 'p',
    u: 'y',
    r: 't',
    n: 'm',
    s: 'd',
    l: 'k',
    c: 'v',
  };
  return before + (beside[letter] ?? 'a') + after;
}

const spellings: readonly [RegExp, string][] = [
  [/Hua|Gua/g, 'Wa'],
  [/qu(?=[ei])/gi, 'k'],
  [/v/g, 'b'],
  [/V/g, 'B'],
  [/z/g, 's'],
  [/Z/g, 'S'],
  [/c(?=[eiéí])/g, 's'],
  [/C(?=[eiéí])/g, 'S'],
  [/ll/g, 'y'],
  [/ñ/g, 'n'],
  [/H(?=[eiéí])/g, ''],
  [/g(?=[eiéí])/g, 'j'],
  [/X/g, 'J'],
];

function respell(name: string | null): string | null {
  return name === null
    ? null
    : spellings.reduce((text, [written, heard]) => text.replace(written, heard), name);
}

function shout(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

function misnumber(dice: Dice, number: string): string {
  const at = 1 + dice.upTo(number.length - 2);
  const digit = number.charAt(at);
  const next = number.charAt(at + 1);
  if (digit !== next && dice.chance(0.5)) return number.slice(0, at) + next + digit + number.slice(at + 2);
  return number.slice(0, at) + String((Number(digit) + 1 + dice.upTo(8)) % 10) + number.slice(at + 1);
}
