import { z } from 'zod';
import { calendarDateSchema } from '../../../../domain/calendar-date.ts';
import { optionalText, percentSchema, requiredText } from '../../../../domain/field.ts';
import { courseIdSchema, editionIdSchema } from '../../../../domain/ids.ts';
import {
  markScale,
  type Observation,
  type ObservationCriterion,
  type ObservationDraft,
  type ObservationMark,
  observationMarkSchema,
} from '../../../../domain/observation.ts';
import { today } from '../../../lib/date-text.ts';

/** What is chosen for a criterion: nothing yet, a mark, or that it does not apply. */
const chosenMarkSchema = z.enum(['', '1', '2', '3', '4', 'none']);
type ChosenMark = z.infer<typeof chosenMarkSchema>;

const formFields = z.object({
  courseId: courseIdSchema.nullable().refine((id) => id !== null, { error: 'required' }),
  editionId: editionIdSchema.nullable(),
  observedOn: calendarDateSchema.refine((date) => date <= today(), { error: 'trainers:issue.notYet' }),
  observer: requiredText(160),
  by: z.enum(['marks', 'score']),
  marks: z.array(observationMarkSchema.extend({ mark: chosenMarkSchema })),
  score: percentSchema.nullable(),
  remarks: optionalText(2000),
});
type ObservationForm = z.input<typeof formFields>;

/** An observation as it is typed: every criterion is answered, or there is a score. */
export const observationFormSchema = formFields.superRefine(({ by, marks, score }, { addIssue }) => {
  if (by === 'score') {
    if (score === null) addIssue({ code: 'custom', message: 'required', path: ['score'] });
    return;
  }
  for (const [index, { mark }] of marks.entries())
    if (mark === '') addIssue({ code: 'custom', message: 'required', path: ['marks', index, 'mark'] });
  if (marks.every(({ mark }) => mark === 'none'))
    addIssue({ code: 'custom', message: 'trainers:observation.noneApplies', path: ['marks', 0, 'mark'] });
});

/** As it begins: on the form of the office, or as it was written down, by the criteria of that time. */
export function startObservation(
  observation: Observation | null,
  criteria: readonly ObservationCriterion[],
  courseId: ObservationForm['courseId'],
): ObservationForm {
  const fresh = criteria.map(({ text, weight }) => ({ text, weight, mark: '' as const }));
  if (observation === null) {
    const nothing = { editionId: null, observer: '', score: null, remarks: null };
    return { ...nothing, courseId, observedOn: today(), by: 'marks', marks: fresh };
  }
  const { marks, score, editionId, observer, remarks, observedOn } = observation;
  const hasMarks = marks.length > 0;
  return {
    courseId: observation.courseId,
    editionId,
    observer,
    remarks,
    observedOn,
    by: hasMarks ? 'marks' : 'score',
    marks: hasMarks ? marks.map((mark) => ({ ...mark, mark: toChosen(mark.mark) })) : fresh,
    score: hasMarks ? null : score,
  };
}

/** As it is stored. */
export function toDraft(
  { by, marks, score, ...form }: z.output<typeof formFields>,
  personId: ObservationDraft['personId'],
): ObservationDraft {
  const whole = { ...form, personId };
  return by === 'score'
    ? { ...whole, marks: [], score }
    : { ...whole, score: null, marks: marks.map((mark) => ({ ...mark, mark: toMark(mark.mark) })) };
}

const toChosen = (mark: ObservationMark['mark']): ChosenMark =>
  mark === null ? 'none' : chosenMarkSchema.parse(String(mark));

/** Null also of what is not chosen yet. */
export function toMark(chosen: string): ObservationMark['mark'] {
  return markScale.find((mark) => String(mark) === chosen) ?? null;
}
