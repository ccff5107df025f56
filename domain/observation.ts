import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';
import { optionalText, percentSchema, requiredText } from './field.ts';
import {
  courseIdSchema,
  editionIdSchema,
  observationCriterionIdSchema,
  observationIdSchema,
  personIdSchema,
} from './ids.ts';

/** The marks of a criterion, from "por mejorar" to "muy bien". */
export const markScale = [1, 2, 3, 4] as const;
const bestMark = 4;

/** What is looked at while somebody teaches, in the office's own words, and how much of the whole it makes. */
export const observationCriterionSchema = z.object({
  id: observationCriterionIdSchema,
  text: requiredText(200),
  /** 1: as much as any other; 2: twice as much. */
  weight: z.number().int().min(1, { error: 'outOfRange' }).max(5, { error: 'outOfRange' }),
});
export type ObservationCriterion = z.infer<typeof observationCriterionSchema>;

/** The whole form, in its order: a criterion without an id is new, one that is missing is taken out. */
export const observationCriteriaDraftSchema = z.object({
  criteria: z
    .array(observationCriterionSchema.extend({ id: observationCriterionIdSchema.nullable() }))
    .min(1, { error: 'required' })
    .max(20),
});
export type ObservationCriteriaDraft = z.infer<typeof observationCriteriaDraftSchema>;

/** A criterion as it read when somebody was observed by it, and what was seen; null: it did not apply. */
export const observationMarkSchema = observationCriterionSchema
  .omit({ id: true })
  .extend({ mark: z.literal(markScale).nullable() });
export type ObservationMark = z.infer<typeof observationMarkSchema>;

const observationFields = z.object({
  personId: personIdSchema,
  courseId: courseIdSchema,
  editionId: editionIdSchema.nullable(),
  observedOn: calendarDateSchema,
  observer: requiredText(160),
  remarks: optionalText(2000),
  /** In the order of the form; none where only a score was written down. */
  marks: z.array(observationMarkSchema).max(20),
  /** 0-100; where there are marks, what they make. */
  score: percentSchema.nullable(),
});

/** An observation as it is written down: by marks, of which one at least applies, or as a score alone. */
export const observationDraftSchema = observationFields.refine(
  ({ marks, score }) => (marks.length === 0 ? score !== null : marks.some(({ mark }) => mark !== null)),
  { error: 'required', path: ['score'] },
);
export type ObservationDraft = z.infer<typeof observationDraftSchema>;

export const observationSchema = observationFields.extend({
  id: observationIdSchema,
  courseTitle: z.string(),
  editionCode: z.string().nullable(),
  // As other PCs may have written them.
  observer: z.string(),
  remarks: z.string().nullable(),
  marks: z.array(observationMarkSchema),
});
export type Observation = z.infer<typeof observationSchema>;

/**
 * What the marks make, 0-100: the points of the criteria that applied, of the most they could have had, each as often
 * as it weighs; to a tenth, so that what is shown is what counts. A criterion that did not apply neither helps nor
 * hurts. Null where none applied. On paper the same sum is done by hand.
 */
export function computeObservationScore(
  marks: readonly Pick<ObservationMark, 'mark' | 'weight'>[],
): number | null {
  const applied = marks.flatMap(({ mark, weight }) => (mark === null ? [] : [{ mark, weight }]));
  const points = applied.reduce((sum, { mark, weight }) => sum + mark * weight, 0);
  const most = applied.reduce((sum, { weight }) => sum + bestMark * weight, 0);
  return most === 0 ? null : Math.round((points * 1000) / most) / 10;
}

/** The score that counts: what the marks make where there are any, otherwise the one that was written down. */
export function findObservationScore(
  marks: readonly Pick<ObservationMark, 'mark' | 'weight'>[],
  written: number | null,
): number | null {
  return marks.length === 0 ? written : computeObservationScore(marks);
}

/** As ids are made, and the same on every PC: two that begin to change the form change the same criteria. */
const presetId = (number: number) =>
  observationCriterionIdSchema.parse(`observationPreset${String(number).padStart(5, '0')}`);

/**
 * The form of an office that has not made its own. It looks at what published sheets for observing trainers of adults
 * share: preparation, clear aims, what people bring along, practice, materials, time, checking what was learned, and
 * that something may not apply (for instance the "Trainer Observation Tool", scribd.com/document/219815536). The words,
 * and who must not be left out, are the programme's own.
 */
export const presetCriteria: readonly ObservationCriterion[] = [
  'Llegó con la sesión preparada: plan, materiales y ambiente listos antes de la hora',
  'Dijo al comenzar qué se iba a aprender y para qué sirve en el negocio',
  'Explicó con palabras sencillas y ejemplos de los rubros de quienes participan',
  'Conoce el tema y respondió las preguntas, o dijo con honestidad qué iba a averiguar',
  'Partió de lo que la gente ya sabe y hace: preguntó y escuchó antes de explicar',
  'Hizo hablar y trabajar a todas y todos, también a mujeres, jóvenes y quienes hablan quechua',
  'Hubo práctica: cada quien hizo el ejercicio con datos de su propio emprendimiento',
  'Usó bien los materiales, la pizarra y los ejemplos; se veía y se oía desde atrás',
  'Comprobó que se entendió, con preguntas o ejercicios, y volvió sobre lo que faltaba',
  'Cuidó el tiempo y cerró con un resumen y una tarea o compromiso',
].map((text, index) => ({ id: presetId(index + 1), text, weight: 1 }));
