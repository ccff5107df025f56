import { listBookings, listPlaces } from '../../db/bookings.ts';
import { getCurrentAction } from '../../db/history/undo.ts';
import {
  cancelSession,
  createSession,
  listSessions,
  planSessions,
  removeSession,
  restoreSession,
  uncancelSession,
  updateSession,
} from '../../db/sessions.ts';
import { answer, os } from './base.ts';

const { sessions } = os;

export const sessionsRouter = {
  bookings: sessions.bookings.handler(({ input, context }) =>
    listBookings(context.db, input, context.ownEditions),
  ),
  places: sessions.places.handler(({ context }) => listPlaces(context.db)),
  list: sessions.list.handler(({ input, context }) => listSessions(context.db, input.editionId)),
  create: sessions.create.handler(({ input, context, errors }) =>
    answer(createSession(context.writer, input), errors),
  ),
  plan: sessions.plan.handler(({ input, context, errors }) => ({
    sessions: answer(planSessions(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
  update: sessions.update.handler(({ input, context, errors }) =>
    answer(updateSession(context.writer, input), errors),
  ),
  cancel: sessions.cancel.handler(({ input, context, errors }) =>
    answer(cancelSession(context.writer, input), errors),
  ),
  uncancel: sessions.uncancel.handler(({ input, context, errors }) =>
    answer(uncancelSession(context.writer, input), errors),
  ),
  remove: sessions.remove.handler(({ input, context, errors }) =>
    answer(removeSession(context.writer, input), errors),
  ),
  restore: sessions.restore.handler(({ input, context, errors }) =>
    answer(restoreSession(context.writer, input), errors),
  ),
};
