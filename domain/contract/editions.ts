import { z } from 'zod';
import { bookingsAskedSchema, bookingSchema } from '../booking.ts';
import { markChangeSchema, recordedMarkSchema } from '../attendance.ts';
import { editionDraftSchema, editionSchema, editionStatusSchema, editionSummarySchema } from '../edition.ts';
import { enrolmentSchema } from '../enrolment.ts';
import { actionPlaceSchema } from '../history.ts';
import { missingPrerequisitesSchema } from '../prerequisite.ts';
import { assessmentDraftSchema, assessmentSchema, gradeChangeSchema } from '../grade.ts';
import {
  courseIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  personIdSchema,
  sessionIdSchema,
} from '../ids.ts';
import { optionalText, requiredText } from '../field.ts';
import { leadObstacleSchema } from '../leading.ts';
import { resultSchema } from '../result.ts';
import { sessionDraftSchema, sessionSchema } from '../session.ts';
import { forCoordinator, forReader, forRegistrar, forTrainer } from './procedure.ts';

/** Whoever is newly named lead is not accredited for the course, and no coordinator said why they lead all the same. */
const leadNotAccredited = { status: 409, data: leadObstacleSchema };

const editionIdInput = z.object({ editionId: editionIdSchema });

export const editionsContract = {
  /** Newest first; of one course where `courseId` is given. */
  list: forReader
    .input(z.object({ courseId: courseIdSchema.nullable() }))
    .output(z.array(editionSummarySchema)),
  get: forReader.input(editionIdInput).output(editionSchema),
  /** A free code for the next edition of a course: 'PAN-2026-02'. */
  suggestCode: forReader.input(z.object({ courseId: courseIdSchema })).output(z.string()),
  create: forRegistrar
    .errors({ CODE_TAKEN: { status: 409 }, LEAD_NOT_ACCREDITED: leadNotAccredited })
    .input(editionDraftSchema)
    .output(editionSchema),
  update: forRegistrar
    .errors({
      CODE_TAKEN: { status: 409 },
      EDITION_CLOSED: { status: 409 },
      LEAD_NOT_ACCREDITED: leadNotAccredited,
    })
    .input(z.object({ editionId: editionIdSchema, draft: editionDraftSchema }))
    .output(editionSchema),
  /** The steps of an edition up to running, and back. */
  move: forRegistrar
    .errors({
      WRONG_STATUS: { status: 409, data: z.object({ from: editionStatusSchema, to: editionStatusSchema }) },
      NO_SESSIONS: { status: 422 },
    })
    .input(z.object({ editionId: editionIdSchema, to: editionStatusSchema.exclude(['closed']) }))
    .output(editionSchema),
  /** Closes: what was not recorded counts as missed from here on. */
  close: forCoordinator
    .errors({
      WRONG_STATUS: { status: 409, data: z.object({ from: editionStatusSchema, to: editionStatusSchema }) },
      UNRECORDED_SESSIONS: { status: 409, data: z.object({ sessions: z.number().int() }) },
    })
    .input(z.object({ editionId: editionIdSchema, acceptsUnrecorded: z.boolean() }))
    .output(editionSchema),
  /** Takes a closing back; refused once certificates were issued. */
  reopen: forCoordinator
    .errors({
      WRONG_STATUS: { status: 409, data: z.object({ from: editionStatusSchema, to: editionStatusSchema }) },
      CERTIFICATES_ISSUED: { status: 409, data: z.object({ certificates: z.number().int() }) },
    })
    .input(editionIdInput)
    .output(editionSchema),
  remove: forCoordinator
    .errors({ EDITION_IN_USE: { status: 409, data: z.object({ enrolments: z.number().int() }) } })
    .input(editionIdInput)
    .output(z.null()),
  restore: forCoordinator.input(editionIdInput).output(editionSchema),
  /** Everyone's result with its reason, sorted by surname. */
  results: forReader.input(editionIdInput).output(
    z.array(
      z.object({
        enrolmentId: enrolmentIdSchema,
        personId: personIdSchema,
        name: z.string(),
        result: resultSchema,
      }),
    ),
  ),
};

export const sessionsContract = {
  /** When some people teach and some rooms are taken, to be held against what is planned. */
  bookings: forReader.input(bookingsAskedSchema).output(z.array(bookingSchema)),
  /** Where the office has met, to be offered as one types. */
  places: forRegistrar.output(z.array(z.object({ place: z.string(), rooms: z.array(z.string()) }))),
  /** In the order of date and hour. */
  list: forReader.input(editionIdInput).output(z.array(sessionSchema)),
  create: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ editionId: editionIdSchema, draft: sessionDraftSchema }))
    .output(sessionSchema),
  /** Makes all sessions of a plan; days that have a session already are left alone. */
  plan: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ editionId: editionIdSchema, drafts: z.array(sessionDraftSchema).min(1).max(400) }))
    .output(z.object({ sessions: z.array(sessionSchema), done: actionPlaceSchema })),
  update: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ sessionId: sessionIdSchema, draft: sessionDraftSchema }))
    .output(sessionSchema),
  /** Says that a session did not happen and why; its marks stay, but count no more. */
  cancel: forTrainer
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ sessionId: sessionIdSchema, reason: requiredText(200) }))
    .output(sessionSchema),
  /** Takes a cancellation back. */
  uncancel: forTrainer
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ sessionId: sessionIdSchema }))
    .output(sessionSchema),
  /** Refused once attendance was marked. */
  remove: forRegistrar
    .errors({
      EDITION_CLOSED: { status: 409 },
      SESSION_MARKED: { status: 409, data: z.object({ marks: z.number().int() }) },
    })
    .input(z.object({ sessionId: sessionIdSchema }))
    .output(z.null()),
  restore: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ sessionId: sessionIdSchema }))
    .output(sessionSchema),
};

export const enrolmentsContract = {
  /** Sorted by surname; at the end the waiting list and the requests, each in its own order. */
  list: forReader.input(editionIdInput).output(z.array(enrolmentSchema)),
  /**
   * Enrols people, who asked before first; whoever finds no seat waits. `exceptionReason`, a coordinator's word,
   * enrols beyond the capacity or into a closed edition; `prerequisiteReason` is their word for those who lack what
   * the course asks for. Both are recorded.
   */
  enrol: forTrainer
    .errors({ EDITION_CLOSED: { status: 409 }, COORDINATOR_NEEDED: { status: 403 } })
    .input(
      z.object({
        editionId: editionIdSchema,
        personIds: z.array(personIdSchema).min(1).max(5000),
        exceptionReason: optionalText(200),
        prerequisiteReason: optionalText(200),
      }),
    )
    .output(
      z.object({
        enrolled: z.array(enrolmentIdSchema),
        waiting: z.array(enrolmentIdSchema),
        alreadyEnrolled: z.array(personIdSchema),
        done: actionPlaceSchema,
      }),
    ),
  /** Notes that people asked to take part; enrolling them accepts the request. */
  request: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ editionId: editionIdSchema, personIds: z.array(personIdSchema).min(1).max(5000) }))
    .output(
      z.object({
        requested: z.array(enrolmentIdSchema),
        alreadyEnrolled: z.array(personIdSchema),
        done: actionPlaceSchema,
      }),
    ),
  /** Declines requests; answers those that were any. */
  decline: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ enrolmentIds: z.array(enrolmentIdSchema).min(1).max(5000), reason: requiredText(200) }))
    .output(z.object({ declined: z.array(enrolmentIdSchema), done: actionPlaceSchema })),
  /** Moves people to another edition; what was recorded of them stays. Answers who moved up where they left. */
  transfer: forRegistrar
    .errors({
      EDITION_CLOSED: { status: 409 },
      ALREADY_ENROLLED: { status: 409, data: z.object({ names: z.array(z.string()) }) },
    })
    .input(
      z.object({ enrolmentIds: z.array(enrolmentIdSchema).min(1).max(5000), editionId: editionIdSchema }),
    )
    .output(
      z.object({
        enrolled: z.array(enrolmentIdSchema),
        waiting: z.array(enrolmentIdSchema),
        movedUp: z.array(enrolmentSchema),
        done: actionPlaceSchema,
      }),
    ),
  /** Who of some people, or of everyone in the edition (null), lacks what its course asks for. */
  missing: forReader
    .input(z.object({ editionId: editionIdSchema, personIds: z.array(personIdSchema).max(5000).nullable() }))
    .output(z.array(missingPrerequisitesSchema)),
  /** Records the coordinator's word for those who lack what the course asks for. */
  excuse: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ enrolmentIds: z.array(enrolmentIdSchema).min(1).max(5000), reason: requiredText(200) }))
    .output(z.object({ excused: z.array(enrolmentIdSchema), done: actionPlaceSchema })),
  /** Frees the seat; answers who moved up from the waiting list. */
  withdraw: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ enrolmentId: enrolmentIdSchema, reason: requiredText(200) }))
    .output(z.object({ enrolment: enrolmentSchema, movedUp: z.array(enrolmentSchema) })),
  /**
   * Takes a withdrawal back: to the seat if one is free, else to the end of the waiting list. Who was declined asks
   * again.
   */
  readmit: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ enrolmentId: enrolmentIdSchema }))
    .output(enrolmentSchema),
  /** Undoes an enrolment made by mistake; refused once attendance or grades were recorded. */
  remove: forRegistrar
    .errors({ EDITION_CLOSED: { status: 409 }, ENROLMENT_IN_USE: { status: 409 } })
    .input(z.object({ enrolmentId: enrolmentIdSchema }))
    .output(z.object({ movedUp: z.array(enrolmentSchema) })),
};

export const attendanceContract = {
  /** All sessions, enrolments and marks of an edition: what the grid shows. */
  grid: forReader.input(editionIdInput).output(
    z.object({
      sessions: z.array(sessionSchema),
      enrolments: z.array(enrolmentSchema),
      marks: z.array(recordedMarkSchema),
    }),
  ),
  /** Records marks durably, all or none; a planned session with a mark becomes held. */
  mark: forTrainer
    .errors({ EDITION_CLOSED: { status: 409 }, SESSION_CANCELLED: { status: 409 } })
    .input(z.object({ changes: z.array(markChangeSchema).min(1).max(5000) }))
    .output(z.object({ sessions: z.array(sessionSchema), marks: z.array(recordedMarkSchema) })),
};

export const gradesContract = {
  table: forReader.input(editionIdInput).output(
    z.object({
      assessments: z.array(assessmentSchema),
      enrolments: z.array(enrolmentSchema),
      grades: z.array(gradeChangeSchema),
      finalGrades: z.array(z.object({ enrolmentId: enrolmentIdSchema, grade: z.number().nullable() })),
    }),
  ),
  /** Records grades durably, all or none. */
  record: forTrainer
    .errors({ EDITION_CLOSED: { status: 409 } })
    .input(z.object({ changes: z.array(gradeChangeSchema).min(1).max(5000) }))
    .output(z.null()),
  /** Replaces the assessments of an edition; one with grades cannot be left out. */
  setAssessments: forTrainer
    .errors({
      EDITION_CLOSED: { status: 409 },
      ASSESSMENT_GRADED: { status: 409, data: z.object({ title: z.string() }) },
    })
    .input(z.object({ editionId: editionIdSchema, assessments: z.array(assessmentDraftSchema).max(20) }))
    .output(z.array(assessmentSchema)),
};
