import { createDocument } from '../documents/create-document.ts';
import { answer, os } from './base.ts';

export const documentsRouter = {
  create: os.documents.create.handler(async function* ({ input, context, errors, signal }) {
    try {
      const outcome = yield* createDocument(context, input, signal);
      return answer(outcome, errors);
    } catch (error) {
      // The middleware has let go of a generator by the time it fails.
      throw context.service.reportFault(error, 'documents.create');
    }
  }),
};
