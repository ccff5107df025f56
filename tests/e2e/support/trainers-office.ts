import type { ContractRouterClient } from '@orpc/contract';
import { accreditationPresets } from '../../../domain/accreditation-rule.ts';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { Contract } from '../../../domain/contract/contract.ts';
import { newCourse } from '../../../domain/course.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';

/** Five to be trained; what each of them does in the year is what the rule asks for, but for Elsa. */
export const five = {
  alicia: 'Mamani Flores, Alicia',
  bruno: 'Condori Ayma, Bruno',
  carla: 'Rocha Salinas, Carla',
  dante: 'Zurita Bellido, Dante',
  elsa: 'Vargas Peña, Elsa',
};
export const marta = 'Céspedes Rojas, Marta';

/** Forty who sound like nobody else here. */
const surnames =
  'Achá Butrón Camacho Delgadillo Escóbar Fuentes Gamboa Heredia Iriarte Jaldín Kolberg Ledezma Montaño Nogales ' +
  'Orellana Paniagua Quiroga Revollo Sejas Terrazas Ugarte Villarroel Wayar Yañez Zambrana Arnez Bustos Claros ' +
  'Dorado Encinas Ferrufino Guzmán Herbas Illanes Jiménez Lizarazu Moscoso Navia Ovando Pinto';
const givenNames =
  'Adela Benita Celso Daría Emilio Fanny Gregorio Hilaria Inés Justo Katia Lucio Marlene Néstor Olga Primo Rufina ' +
  'Sixto Tomasa Víctor';
export const entrepreneurs = surnames
  .split(' ')
  .map((surname, index) => `${surname}, ${givenNames.split(' ')[index % 20]}`);

/** The lines of a list: surnames, given names, identity number. */
export const lines = (names: readonly string[], firstCard: number) =>
  names.map((name, index) => `${name.replace(', ', ';')};${firstCard + index * 7_919}`);

/** What no story has to type: the office and its users, what is taught, and a master trainer from outside. */
export async function prepareOffice(api: ContractRouterClient<Contract>): Promise<void> {
  await api.setup.start(testOfficeSetup);
  await api.users.create({ name: 'Beto Ayma', role: 'registrar', password: null, personId: null });
  const training = await api.courses.create({
    ...newCourse,
    code: 'TOT',
    title: 'Formación de capacitadores',
    level: 'trainer',
    hours: 8,
    passMark: null,
  });
  const { id: courseId } = await api.courses.create({
    ...newCourse,
    code: 'PAN',
    title: 'Panadería y costos',
    hours: 8,
    passMark: null,
  });
  const rule = { ...accreditationPresets.own, courseId, editionsAssisted: 0, validityMonths: 36 };
  await api.trainers.setRule({ ...rule, level: 'masterTrainer' });
  await api.trainers.setRule({
    ...rule,
    level: 'trainer',
    trainingCourseId: training.id,
    editionsAYear: 1,
  });
  const master = await api.people.create(
    draftPerson({ givenNames: 'Marta', paternalSurname: 'Céspedes', maternalSurname: 'Rojas' }),
  );
  await api.trainers.say({
    personId: master.id,
    courseId,
    level: 'masterTrainer',
    word: 'accredited',
    on: calendarDateSchema.parse('2026-02-02'),
    accreditedBy: null,
    reason: 'Viene acreditada de la red departamental',
  });
}
