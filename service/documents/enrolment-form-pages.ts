import type { EnrolmentFormRequest, FormPerson } from '../../domain/documents.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { describeEdition } from './edition-facts.ts';
import { writeLanguage, writeNumericDate } from './spanish-words.ts';

/** A box to write in, or to tick where there are options; `share` of the width of its row. */
interface FormField {
  label: string;
  share: number;
  value: string;
  /** One that is open has room to write what it is. */
  options: { label: string; isChosen: boolean; isOpen: boolean }[];
}

interface FormPage {
  sections: { title: string; rows: FormField[][] }[];
  hasConsented: boolean;
}

const nobody: FormPerson = {
  paternalSurname: null,
  maternalSurname: null,
  marriedSurname: null,
  givenNames: null,
  identityCard: null,
  sex: null,
  birthDate: null,
  languages: [],
  phone: null,
  email: null,
  municipality: null,
  community: null,
  organisation: null,
  enterprise: emptyEnterprise,
  hasConsented: false,
};

/** What enrolment-form.typ shows. */
export function describeEnrolmentForms(request: EnrolmentFormRequest) {
  const blank = Array.from({ length: request.blankForms }, () => nobody);
  return {
    title: 'Ficha de inscripción',
    facts: describeEdition(request),
    consent: `Autorizo a ${request.officeName} a guardar estos datos para organizar las capacitaciones, hacer su seguimiento e informar de sus resultados. Sé que puedo pedir que me los muestre, los corrija o los elimine.`,
    forms: [...request.people, ...blank].map(describeForm),
  };
}

function describeForm(person: FormPerson): FormPage {
  return {
    sections: [
      { title: 'Datos personales', rows: describePerson(person) },
      { title: 'Emprendimiento', rows: describeEnterprise(person) },
    ],
    hasConsented: person.hasConsented,
  };
}

function describePerson(person: FormPerson): FormField[][] {
  const { birthDate, sex } = person;
  return [
    [write('Apellido paterno', person.paternalSurname), write('Apellido materno', person.maternalSurname)],
    [write('Nombres', person.givenNames, 2), write('Apellido de casada', person.marriedSurname)],
    [
      write('C.I., complemento y expedido en', person.identityCard),
      write('Fecha de nacimiento', birthDate === null ? null : writeNumericDate(birthDate)),
      tick('Sexo', ['F', 'M'], { F: 'Mujer', M: 'Hombre' }, sex === null ? [] : [sex]),
    ],
    [write('Teléfono o celular', person.phone), write('Correo electrónico', person.email, 1.6)],
    [
      write('Municipio', person.municipality),
      write('Comunidad o zona', person.community),
      write('Organización', person.organisation, 1.3),
    ],
    [describeLanguages(person)],
  ];
}

const commonLanguages = ['es', 'qu', 'ay'] as const;

/** The three of the valley to tick; any others are written after them. */
function describeLanguages({ languages }: FormPerson): FormField {
  const names = { es: 'Castellano', qu: 'Quechua', ay: 'Aymara' };
  const others = languages.filter((language) => !commonLanguages.some((common) => common === language));
  const field = tick('Idiomas que habla', commonLanguages, names, languages);
  const label = ['Otro:', others.map(writeLanguage).join(', ')].join(' ').trim();
  const other = { label, isChosen: others.length > 0, isOpen: others.length === 0 };
  return { ...field, options: [...field.options, other] };
}

function describeEnterprise({ enterprise }: FormPerson): FormField[][] {
  const { name, trade, workers, salesBand, nit, registration } = enterprise;
  const bands = { none: 'Todavía sin ventas', small: 'Pequeñas', medium: 'Medianas', large: 'Grandes' };
  return [
    [write('Nombre del emprendimiento', name, 1.4), write('Rubro', trade)],
    [
      write('Personas que trabajan', workers === null ? null : String(workers)),
      write('NIT, si tiene', nit),
      write('Matrícula de comercio, si tiene', registration),
    ],
    [
      tick(
        'Ventas al año',
        ['none', 'small', 'medium', 'large'],
        bands,
        salesBand === null ? [] : [salesBand],
      ),
    ],
  ];
}

function write(label: string, value: string | null, share = 1): FormField {
  return { label, share, value: value ?? '', options: [] };
}

function tick<Key extends string>(
  label: string,
  keys: readonly Key[],
  words: Record<Key, string>,
  chosen: readonly string[],
): FormField {
  const options = keys.map((key) => ({ label: words[key], isChosen: chosen.includes(key), isOpen: false }));
  return { label, share: 1, value: '', options };
}
