import type { CalendarDate } from '../../domain/calendar-date.ts';
import { createCalendarDate } from '../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { issuedInSchema } from '../../domain/identity-card.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { noConsent, type PersonDraft } from '../../domain/person.ts';
import type { Dice } from './dice.ts';

/** Names as they are common in the valley of Cochabamba; every combination of them is invented. */
const womensNames =
  'Ana Luz, Benita, Carmen Rosa, Delia, Elizabeth, Felicidad, Gladys, Hilda, Irma, Juana, Julia, Lidia, ' +
  'Lourdes, Marlene, Martha, Máxima, Nancy, Noemí, Norah, Paulina, Rosmery, Severina, Silvia Eugenia, ' +
  'Sonia Beatriz, Teodora, Verónica, Wilma, Ximena';
const mensNames =
  'Alberto, Américo, Cirilo, Édgar, Efraín, Félix, Freddy, Germán, Hugo, Iván, José Luis, Juan Carlos, ' +
  'Martín, Nicolás, Óscar, Pánfilo, René, Santos, Simón, Víctor Hugo';
const surnames =
  'Apaza, Arnez, Ayala, Balderrama, Céspedes, Choque, Colque, Condori, Cruz, Fernández, García, ' +
  'Gutiérrez, Huanca, Ibáñez, Jaldín, López, Mamani, Morales, Muñoz, Núñez, Orellana, Peña, Quispe, ' +
  'Rodríguez, Rojas, Saavedra, Soliz, Terrazas, Ticona, Vallejos, Vargas, Villarroel, Zurita';
const communities =
  'Anocaraire, Coachaca, Combuyo, La Chulla, Machajmarca, Pairumani, Payacollo, Sauce Rancho, Thiomoko, ' +
  'Viloma, Vinto Chico';
const organisations = [
  'Asociación de Productores APROLEV',
  'Centro de Madres 27 de Mayo',
  'Sindicato Agrario Combuyo',
  'OTB Vinto Chico',
];
const trades = [
  ['Panadería', 'C'],
  ['Lácteos', 'C'],
  ['Tejidos', 'C'],
  ['Gastronomía', 'I'],
  ['Horticultura', 'A'],
  ['Floricultura', 'A'],
  ['Apicultura', 'A'],
  ['Comercio', 'G'],
] as const;

/** Who does not live in Vinto, by the place among people: the neighbours, and one from Mizque. */
const neighbours: Readonly<Record<number, readonly [code: string, community: string | null]>> = {
  2: ['030901', 'Paucarpata'],
  5: ['030902', 'Mallco Rancho'],
  7: ['031301', null],
};

/** The trades of the invented office. */
export const demoTrades = trades.map(([name, section]) => ({ id: null, name, section }));

/** An invented entrepreneur; `number` keeps identity cards apart. */
export function inventPerson(dice: Dice, number: number): PersonDraft {
  const isWoman = dice.chance(0.68);
  const [trade, section] = dice.pick(trades);
  return {
    givenNames: dice.pick((isWoman ? womensNames : mensNames).split(', ')),
    paternalSurname: dice.pick(surnames.split(', ')),
    maternalSurname: dice.chance(0.95) ? dice.pick(surnames.split(', ')) : null,
    marriedSurname: null,
    idNumber: String(3_100_000 + number * 71_993 + dice.upTo(60_000)),
    idComplement: dice.chance(0.05) ? '1A' : null,
    idIssuedIn: dice.chance(0.9) ? 'CB' : dice.pick(issuedInSchema.options),
    sex: isWoman ? 'F' : 'M',
    birthDate: inventBirthDate(dice),
    phone: `${dice.pick(['6', '7'])}${String(dice.upTo(10_000_000)).padStart(7, '0')}`,
    email: null,
    ...inventHome(dice.pick(communities.split(', ')), number),
    organisationName: dice.chance(0.4) ? dice.pick(organisations) : null,
    languages: inventLanguages(number),
    notes: null,
    ...inventConsent(dice.chance(0.9), number),
    enterprise: { ...emptyEnterprise, trade, section, workers: dice.chance(0.6) ? 1 + dice.upTo(4) : null },
    otherEnterprises: [],
  };
}

/** Most live in Vinto; without dice, as the languages. */
function inventHome(community: string, number: number): Pick<PersonDraft, 'municipalityCode' | 'community'> {
  const [code, place] = neighbours[number % 9] ?? [null, null];
  return code === null
    ? { municipalityCode: '030904', community }
    : { municipalityCode: code, community: place };
}

/** Most sign a form; without dice, as the languages. */
function inventConsent(hasConsented: boolean, number: number) {
  if (!hasConsented) return noConsent;
  const consentMeans = number % 7 === 3 ? 'spoken' : number % 3 === 0 ? 'list' : 'form';
  return {
    hasConsented,
    consentedOn: createCalendarDate(2025, 1 + (number % 12), 1 + (number % 27)),
    consentMeans,
  } as const;
}

/** Without dice, so that who was invented before languages were asked for stays the same. */
function inventLanguages(number: number): Language[] {
  if (number % 5 === 4) return [];
  return number % 3 === 0 ? ['es'] : ['es', 'qu'];
}

function inventBirthDate(dice: Dice): CalendarDate | null {
  return dice.chance(0.95)
    ? createCalendarDate(1960 + dice.upTo(48), 1 + dice.upTo(12), 1 + dice.upTo(28))
    : null;
}

/** One of the invented people, by their place among them. */
export function requirePerson(people: readonly PersonId[], place: number): PersonId {
  const person = people[place];
  if (person === undefined) throw new Error(`nobody was invented in place ${place}`);
  return person;
}
