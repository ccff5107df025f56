import { implement } from '@orpc/server';
import { contract } from '../../domain/contract/contract.ts';
import { type CalendarDate, dayInBolivia, type Instant } from '../../domain/calendar-date.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { listNamedParts } from '../../domain/contract/edition-parts.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { roleAllows } from '../../domain/role.ts';
import type { User } from '../../domain/user.ts';
import type { WritableDb, Writer } from '../../db/database.ts';
import { areOwn, listEditionIdsOf, type OwnEditions } from '../../db/own-editions.ts';
import type { Connection, Service } from '../service.ts';

/** What a transport hands in with every call. */
export type CallContext = Readonly<{
  service: Service;
  connection: Connection;
}>;

/** What a handler works with besides, once it is known who asks. */
type SignedInContext = Readonly<{
  db: WritableDb;
  user: User;
  /** What lists are limited to; an input that names another edition gets no further than here. */
  ownEditions: OwnEditions;
  writer: Writer;
  now: () => Instant;
  today: () => CalendarDate;
}>;

/**
 * Everything passes here: faults become one error with a log id, changed tables are broadcast, and a procedure
 * runs only for a user whose role it allows, and for a trainer only on the editions that they teach (the ids in the
 * input say whose it is about; an edition of others is as if it were not there). Procedures for anyone get no user and no writer.
 */
const guarded = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw context.service.reportFault(error, path.join('.'));
    } finally {
      context.service.broadcastChanges();
    }
  });

/** For procedures that need nobody to be signed in. */
export const openOs = guarded;

export const os = guarded.use(({ context, next, procedure, errors }, input) => {
  const { service, connection } = context;
  const user = service.findSignedInUser(connection);
  if (user === null) throw errors.SIGNED_OUT();
  const { meta, inputSchema } = procedure['~orpc'];
  const { needs } = meta;
  if (needs !== 'anyone' && !roleAllows(user.role, needs)) throw errors.FORBIDDEN({ data: { needs } });
  const { db, now } = service;
  const ownEditions = listEditionIdsOf(db, user);
  if (!areOwn(db, ownEditions, listNamedParts(inputSchema, input))) throw errors.NOT_FOUND();
  const writer = service.createWriter(user.id);
  const signedIn: SignedInContext = { db, user, ownEditions, writer, now, today: () => dayInBolivia(now()) };
  return next({ context: signedIn });
});

type RefusedTag<Answer> = Answer extends Refusal<infer Tag, unknown> ? Tag : never;
/** As a method its parameter is compared both ways: each error has its own data, and a refusal carries what fits. */
type ErrorConstructor = { construct(options: { data?: unknown }): Error }['construct'];
type ErrorConstructors<Tag extends string> = Record<Tag, ErrorConstructor>;

/** Passes an answer on, or throws the contract's error for a refusal. */
export function answer<Answer>(
  result: Answer,
  errors: ErrorConstructors<RefusedTag<Answer>>,
): Exclude<Answer, Refusal<string, unknown>> {
  if (!isRefusal(result)) return result as Exclude<Answer, Refusal<string, unknown>>;
  throw errors[result.refused as RefusedTag<Answer>]({ data: result.data });
}

/**
 * Passes the progress of a long task on and answers its end. It fails after the middleware has let go of it, so its
 * faults are reported here.
 */
export async function* answerStream<Answer>(
  service: Service,
  where: string,
  steps: AsyncGenerator<Progress, Answer, void>,
  errors: ErrorConstructors<RefusedTag<Answer>>,
): AsyncGenerator<Progress, Exclude<Answer, Refusal<string, unknown>>, void> {
  try {
    return answer(yield* steps, errors);
  } catch (error) {
    throw service.reportFault(error, where);
  } finally {
    service.broadcastChanges();
  }
}
