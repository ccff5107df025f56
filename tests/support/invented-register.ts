import { createCalendarDate } from '../../domain/calendar-date.ts';
import type { Identity } from '../../domain/person-likeness.ts';
import { createDice, type Dice } from '../../service/demo/dice.ts';
import { type Distortion, distortions, distort } from './distortions.ts';

/** People as a valley of Cochabamba has them, some of them twice; every one is invented. */
export interface InventedRegister {
  readonly people: readonly Identity[];
  /** Places of two records of one human, and what was done to the second. */
  readonly duplicates: readonly { first: number; second: number; distortion: Distortion }[];
}

/** The commonest first: a few surnames are borne by very many. */
const surnames =
  'Mamani Quispe Flores Condori Choque Rojas Vargas López García Cruz Fernández Gutiérrez Rodríguez Vásquez Mendoza ' +
  'Torrez Huanca Colque Apaza Ticona Calle Copa Villca Zurita Jiménez Guzmán Arnez Orellana Terrazas Soto Torrico ' +
  'Céspedes Montaño Claros Escobar Camacho Sánchez Pérez Martínez Romero Ramírez Morales Rivera Salazar Villarroel ' +
  'Zambrana Herbas Veizaga Encinas Balderrama Ayala Heredia Saavedra Peredo Antezana Cossío Maldonado Coca Jaldín ' +
  'Sejas Caero Almanza Arispe Andia Vallejos Soliz Muñoz Núñez Peña Ibáñez Ortuño Crespo Grágeda Quiroga Delgadillo ' +
  'Alvarado Aguilar Álvarez Ortiz Reyes Castro Chávez Ríos Medrano Canaviri Chambi Limachi Nina Poma Huarachi ' +
  'Guarachi Yucra Challapa Callisaya Laura Marca Alanoca Chuquimia Cusicanqui Hinojosa Echeverría Guevara Campero ' +
  'Ajata Titirico Villegas Zapata Paredes Lazarte Rocha Siles Prado Ovando Ustáriz Zelada Zeballos Bustamante Barrón ' +
  'Olivera Patzi Pacheco Mercado Meneses Mejía Lima Ledezma Jaillita Iriarte Galarza Fuentes Espinoza Dávila Bascopé';
const womensNames =
  'María Juana Ana Rosa Martha Carmen Elena Lidia Julia Isabel Silvia Sonia Nancy Teresa Margarita Cristina Felicidad ' +
  'Justina Delia Celia Paulina Virginia Victoria Gladys Norma Elizabeth Verónica Patricia Claudia Wilma Maritza Ximena ' +
  'Lourdes Mery Benita Severina Teodora Máxima Emiliana Dionicia Basilia Hilaria Eulogia Nieves Rosmery Jhoselin ' +
  'Yolanda Zulma Zenobia Petrona Primitiva Santusa Hermenegilda Saturnina Casimira Brígida Tomasa Vicenta Placida ' +
  'Daniela Alejandra Carla Fabiola Mariela Roxana Jacqueline Vanessa Noemí Ruth Esther Sara Raquel Marlene Hilda Irma';
const mensNames =
  'Juan José Luis Carlos Jorge Mario Pedro Víctor Julio Félix Santiago Francisco Javier René Hugo Freddy Ramiro Edwin ' +
  'Wilson Óscar Fernando Roberto Eduardo Alberto Rolando Gonzalo Jaime David Daniel Cristian Diego Marcelo Germán Iván ' +
  'Martín Nicolás Simón Severino Cirilo Pánfilo Teófilo Zenón Eulogio Saturnino Casimiro Gregorio Hilarión Dionicio ' +
  'Américo Efraín Édgar Wálter Vladimir Jhonny Grover Gualberto Limbert Rubén Sabino Tomás Vicente Macario Basilio';
const communities =
  'Vinto Anocaraire Pairumani Viloma Combuyo Machajmarca Thiomoko Coachaca Payacollo Buen-Retiro Falsuri Mallcochapi ' +
  'Keraya La-Chulla Sauce-Rancho Vinto-Chico Iscaypata Chaqueri Bella-Vista Suticollo';
const organisations =
  'APROLEV Asociación-27-de-Mayo Centro-de-Madres-Viloma Sindicato-Combuyo OTB-Vinto-Chico OTB-Pairumani ' +
  'Asociación-de-Tejedoras Asociación-de-Floricultores Cooperativa-Thiomoko Feria-Franca';

/** A register of so many records, of which so many are of somebody who stands in it before. */
export function inventRegister(seed: number, size: number, duplicateCount: number): InventedRegister {
  const dice = createDice(seed);
  const people: Identity[] = [];
  while (people.length < size - duplicateCount) people.push(...inventFamily(dice, people.length));
  people.length = size - duplicateCount;
  const twice = new Set<number>();
  while (twice.size < duplicateCount) twice.add(dice.upTo(people.length));
  const duplicates = [...twice].flatMap((first, index) => {
    const distortion = distortions[index % distortions.length];
    const person = people[first];
    if (distortion === undefined || person === undefined) return [];
    const suited = suit(dice, person, distortion);
    people[first] = suited;
    return [{ first, second: people.push(distort(dice, suited, distortion)) - 1, distortion }];
  });
  return { people, duplicates };
}

/** The commoner, the nearer to the beginning, as names are in a real register. */
function pickSkewed(dice: Dice, words: string): string {
  const list = words.split(' ');
  const place = Math.floor(list.length * (dice.upTo(100_000) / 100_000) ** 2.2);
  return (list[place] ?? '').replaceAll('-', ' ');
}

/** Parents and children, who share surnames, community and often the phone: twins, namesakes and cousins among them. */
function inventFamily(dice: Dice, number: number): Identity[] {
  const [father, mother] = [pickSkewed(dice, surnames), pickSkewed(dice, surnames)];
  const home = {
    community: dice.chance(0.9) ? pickSkewed(dice, communities) : null,
    organisationName: dice.chance(0.35) ? pickSkewed(dice, organisations) : null,
    phone: inventPhone(dice),
  };
  const card = 2_500_000 + dice.upTo(8_000_000);
  const husband = inventPerson(dice, {
    ...home,
    sex: 'M',
    paternal: father,
    born: 1950 + dice.upTo(35),
    card,
  });
  const wife = inventPerson(dice, {
    ...home,
    sex: 'F',
    paternal: mother,
    born: 1952 + dice.upTo(35),
    card: card + 40_000,
  });
  const family = dice.chance(0.3) ? [husband] : [husband, wife];
  const children = dice.chance(0.5) ? dice.upTo(4) : 0;
  let last: Identity | null = null;
  for (let child = 0; child < children; child += 1) {
    const sex = dice.chance(0.6) ? 'F' : 'M';
    const born = 1980 + dice.upTo(28);
    const next = inventPerson(dice, {
      ...home,
      sex,
      paternal: father,
      maternal: mother,
      born,
      card: card + 5_000_000 + number + child,
    });
    const isTwin = last !== null && dice.chance(0.05);
    const isNamesake = sex === 'M' && dice.chance(0.06);
    const isDoubleName = last !== null && last.sex === sex && dice.chance(0.08);
    const [first = ''] = last?.givenNames.split(' ') ?? [];
    if (isTwin && last !== null) next.birthDate = last.birthDate;
    if (isNamesake) next.givenNames = husband.givenNames;
    else if (isDoubleName && !next.givenNames.includes(first))
      next.givenNames = `${first} ${next.givenNames.split(' ')[0]}`;
    if (last === null || last.givenNames !== next.givenNames) family.push(next);
    last = next;
  }
  return family;
}

interface Origin {
  sex: 'F' | 'M';
  paternal: string;
  maternal?: string;
  born: number;
  card: number;
  community: string | null;
  organisationName: string | null;
  phone: string;
}

function inventPerson(dice: Dice, origin: Origin): Identity {
  const names = origin.sex === 'F' ? womensNames : mensNames;
  const [first, second] = [pickSkewed(dice, names), pickSkewed(dice, names)];
  const birthDate = dice.chance(0.03)
    ? createCalendarDate(origin.born, 1, 1)
    : createCalendarDate(origin.born, 1 + dice.upTo(12), 1 + dice.upTo(28));
  return {
    givenNames: first !== second && dice.chance(0.45) ? `${first} ${second}` : first,
    paternalSurname: origin.paternal,
    maternalSurname: origin.maternal ?? (dice.chance(0.92) ? pickSkewed(dice, surnames) : null),
    marriedSurname: null,
    idNumber: dice.chance(0.85) ? String(origin.card) : null,
    idComplement: dice.chance(0.04) ? '1A' : null,
    sex: dice.chance(0.9) ? origin.sex : null,
    birthDate: dice.chance(0.8) ? birthDate : null,
    phone: dice.chance(0.8) ? (dice.chance(0.4) ? origin.phone : inventPhone(dice)) : null,
    community: origin.community,
    organisationName: dice.chance(0.7) ? origin.organisationName : null,
  };
}

function inventPhone(dice: Dice): string {
  return `${dice.pick(['6', '7'])}${String(dice.upTo(10_000_000)).padStart(7, '0')}`;
}

/** Gives a record what its distortion needs: two given names to lose one, a complement to miss. */
function suit(dice: Dice, person: Identity, distortion: Distortion): Identity {
  const given = person.sex === 'M' ? mensNames : womensNames;
  const whole = {
    ...person,
    maternalSurname: person.maternalSurname ?? pickSkewed(dice, surnames),
    birthDate:
      person.birthDate ?? createCalendarDate(1960 + dice.upTo(45), 1 + dice.upTo(12), 1 + dice.upTo(12)),
    idNumber: person.idNumber ?? String(3_000_000 + dice.upTo(9_000_000)),
    phone: person.phone ?? inventPhone(dice),
  };
  switch (distortion) {
    case 'missing complement':
      return { ...whole, idComplement: '1B' };
    case 'one given name of two':
    case 'abbreviated given name': {
      const two = whole.givenNames.includes(' ')
        ? whole.givenNames
        : `${whole.givenNames} ${pickSkewed(dice, given)}`;
      const isMaria = distortion === 'abbreviated given name' && person.sex === 'F' && dice.chance(0.5);
      return { ...whole, givenNames: isMaria ? `María ${two.split(' ')[1] ?? ''}` : two };
    }
    case 'married name':
      return {
        ...whole,
        sex: 'F' as const,
        givenNames: person.sex === 'F' ? person.givenNames : pickSkewed(dice, womensNames),
      };
    case 'day and month swapped':
      return {
        ...whole,
        birthDate: createCalendarDate(1960 + dice.upTo(45), 1 + dice.upTo(6), 7 + dice.upTo(6)),
      };
    default:
      return whole;
  }
}
