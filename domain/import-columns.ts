import { z } from 'zod';
import { foldText } from './text.ts';

/** What a column of an enrolment list can mean; 'ignored' is known and not read, or not understood. */
export const importFieldSchema = z.enum([
  'number',
  'paternalSurname',
  'maternalSurname',
  'surnames',
  'givenNames',
  'fullNameSurnamesFirst',
  'fullNameGivenFirst',
  'identityCard',
  'complement',
  'issuedIn',
  'sex',
  'birthDate',
  'phone',
  'email',
  'community',
  'organisation',
  'languages',
  'trade',
  'enterpriseName',
  'nit',
  'notes',
  'ignored',
]);
export type ImportField = z.infer<typeof importFieldSchema>;

/** Headings as `headingKey` writes them; the first pattern that fits counts. */
const headingPatterns: readonly (readonly [RegExp, ImportField])[] = [
  [/^(n|no|nro|num|numero|item|orden|ord|nroorden|noorden|norden|numeroorden|nolista|nrolista)$/, 'number'],
  [
    /^(?:(apellidos?|aps?|apell)(paterno)?(materno)?|paternomaterno)nombres?(completos?)?$/,
    'fullNameSurnamesFirst',
  ],
  [/^nombres?(completos?)?(apellidos?|aps?|apell)(paterno)?(materno)?$/, 'fullNameGivenFirst'],
  [
    /^(nombres?completos?|(nombres?)?(participantes?|beneficiari[oa]s?|inscritos?|emprendedor(es|as?)?|productor(es|as?)?))$/,
    'fullNameGivenFirst',
  ],
  [/^((1er|1ro|primer)(apellido|ap)|(apellido|ap|apell)?(paterno|1|i))$/, 'paternalSurname'],
  [/^((2do|2o|segundo)(apellido|ap)|(apellido|ap|apell)?(materno|2|ii))$/, 'maternalSurname'],
  [/^(apellidos?|apell|ambosapellidos|(apellidos|aps)paternomaterno|paternomaterno)$/, 'surnames'],
  [/^((primer|1er|segundo|2do)?nombres?|nombrespila|nombrepila)$/, 'givenNames'],
  [
    /^(n|no|nro|num|numero)?(ci|cin|nit?ci|carnet|cedula|documento|doc|dni)(identidad|ident|id)?(ci)?(nit)?(exp|expedido|ext)?$/,
    'identityCard',
  ],
  [/^(complemento|compl|cmpl|comp)(ci)?$/, 'complement'],
  [/^(exp|exped|expedido|expedicion|lugarexpedicion|lugarexp|ext|extension|extendido|expci)$/, 'issuedIn'],
  [/^(sexo|genero|sex|gen)?(fm|mf|hm|mh|vm|mv)$|^(sexo|genero|sex)$/, 'sex'],
  [/^((fecha|fec|fech|f)(nacimiento|nac|nacim|n)|nacimiento|fnac|birthdate)$/, 'birthDate'],
  [
    /^(n|no|nro|num|numero)?(celular|cel|telefono|tel|telf|telef|fono|movil|whatsapp|contacto)+(referencia|ref|contacto)?$/,
    'phone',
  ],
  [/^(correo|email|mail|correoelectronico|correoemail|emailcorreo)$/, 'email'],
  [/^(comunidad|otb|barrio|zona|localidad|junta|juntavecinal|urbanizacion)+$/, 'community'],
  [
    /^(organizacion|asociacion|institucion|entidad|org|organizacionsocial|sindicato|gremio)+$/,
    'organisation',
  ],
  [/^(idiomas?|lenguas?)(quehabla|habla|hablad[oa]s?|matern[oa]s?|origen|nativ[oa]s?)?$/, 'languages'],
  [/^(rubro|actividad|oficio|ocupacion|sector)+(economic[oa]|productiv[oa]|principal|negocio)?$/, 'trade'],
  [
    /^(nombre)?(emprendimiento|unidadproductiva|unidadeconomica|empresa|negocio|microempresa)+$|^razonsocial$/,
    'enterpriseName',
  ],
  [/^(n|no|nro|num|numero)?nit$/, 'nit'],
  [/^(observaciones|observacion|obs|observ|notas|comentarios?)$/, 'notes'],
  [
    /^(edad|anos|firma|firmas|huella|foto|asistencia|nota|direccion|domicilio|estadocivil|municipio|distrito)$/,
    'ignored',
  ],
];

const silentWords = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'e', 'o', 'en', 's', 'su']);

/** A heading without accents, blanks, dots and little words: 'Nº de C.I.' is 'noci', 'FECHA DE NAC.' 'fechanac'. */
function headingKey(heading: string): string {
  const words = foldText(heading.replace(/#/g, 'nro').replace(/\bn ?[°º]/gi, 'nro '))
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/\be-mail\b/g, 'email')
    .split(/[^a-z0-9]+/);
  const telling = words.filter((word) => !silentWords.has(word));
  return (telling.join('') === '' ? words : telling).join('');
}

/** The field a heading names, or null where it names none that is known. */
export function findFieldOfHeading(heading: string): ImportField | null {
  const key = headingKey(heading);
  return headingPatterns.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** A heading that says nothing: none, or one a program made up. */
export function isSilentHeading(heading: string): boolean {
  return /^(|columna?\s*\w{0,3}|unnamed.*|campo\s*\d*|f\d+)$/.test(foldText(heading));
}
