import { expect, test } from 'vitest';
import { findFieldOfHeading, type ImportField } from '../../domain/import-columns.ts';

const headings: Record<Exclude<ImportField, 'ignored'>, string[]> = {
  languages: ['Idioma', 'IDIOMAS', 'Lengua materna', 'Idiomas que habla'],
  number: ['Nº', 'N°', '#', 'No.', 'Nro', 'ITEM'],
  paternalSurname: [
    'AP. PATERNO',
    'APELLIDO PATERNO',
    'Ap.Paterno',
    'PRIMER APELLIDO',
    '1er. Apellido',
    'Paterno',
  ],
  maternalSurname: ['AP. MATERNO', 'APELLIDO MATERNO', 'SEGUNDO APELLIDO', '2do. apellido', 'Materno'],
  surnames: ['APELLIDOS', 'Apellido(s)', 'Apellidos (paterno y materno)', 'Apellido'],
  givenNames: ['NOMBRES', 'Nombre(s)', 'NOMBRE', 'Primer nombre', 'Segundo nombre'],
  fullNameSurnamesFirst: [
    'APELLIDOS Y NOMBRES',
    'Apellidos y Nombre(s)',
    'Apellido paterno, materno y nombres',
  ],
  fullNameGivenFirst: [
    'NOMBRES Y APELLIDOS',
    'Nombre y Apellido',
    'NOMBRE COMPLETO',
    'Participante',
    'Nombre del beneficiario',
  ],
  identityCard: [
    'C.I.',
    'CI',
    'C. I.',
    'Nº C.I.',
    'Nº de Carnet',
    'CARNET',
    'CARNET DE IDENTIDAD',
    'CÉDULA',
    'DOCUMENTO',
    'Documento de Identidad',
    'C.I./EXP.',
  ],
  complement: ['COMPLEMENTO', 'Compl.'],
  issuedIn: ['EXP.', 'EXPEDIDO', 'Expedido en', 'Lugar de expedición', 'Ext.'],
  sex: ['SEXO', 'GÉNERO', 'Sexo (F/M)', 'F/M'],
  birthDate: ['FECHA NAC.', 'FECHA DE NACIMIENTO', 'F. NAC.', 'Fec. Nac', 'Fecha de nac.'],
  phone: ['CELULAR', 'TELÉFONO', 'CEL', 'Cel.', 'Telf.', 'Teléfono / Celular', 'Nº de celular', 'WhatsApp'],
  email: ['CORREO', 'Correo electrónico', 'E-mail', 'EMAIL'],
  community: ['COMUNIDAD / OTB', 'COMUNIDAD', 'OTB', 'Zona', 'Barrio o comunidad'],
  organisation: ['ORGANIZACIÓN', 'Asociación', 'Organización / Asociación', 'Institución'],
  trade: ['RUBRO', 'ACTIVIDAD', 'Actividad económica', 'Rubro / Actividad', 'Ocupación'],
  enterpriseName: [
    'EMPRENDIMIENTO',
    'Nombre del emprendimiento',
    'Unidad productiva',
    'Empresa',
    'Razón social',
  ],
  nit: ['NIT', 'Nº NIT', 'N.I.T.'],
  notes: ['OBSERVACIONES', 'Obs.', 'Comentarios'],
};

test.each(Object.entries(headings).flatMap(([field, texts]) => texts.map((text) => [text, field])))(
  'the heading %j is %s',
  (text, field) => {
    expect(findFieldOfHeading(text)).toBe(field);
  },
);

test.each(['EDAD', 'FIRMA', 'Nota', 'Municipio'])('the heading %j is known and not read', (text) => {
  expect(findFieldOfHeading(text)).toBe('ignored');
});

test.each(['', 'Fecha de inscripción', 'GOBIERNO AUTÓNOMO MUNICIPAL DE VINTO', 'Wilma', 'Comercio', '7'])(
  'the text %j is no heading that is known',
  (text) => {
    expect(findFieldOfHeading(text)).toBeNull();
  },
);
