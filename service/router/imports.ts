import { listImports, undoImport } from '../../db/imports.ts';
import { keepOwn } from '../../db/own-editions.ts';
import { readPeople } from '../duplicates.ts';
import { commitUpload } from '../imports/commit.ts';
import { reviewUpload } from '../imports/review.ts';
import { listUploadRows, readUpload, readUploadAgain } from '../imports/uploads.ts';
import { answer, os } from './base.ts';

export const importsRouter = {
  read: os.imports.read.handler(async ({ input, context, errors, signal }) =>
    answer(await readUpload(context.service, input.file, signal), errors),
  ),
  readAgain: os.imports.readAgain.handler(async ({ input, context, errors, signal }) =>
    answer(await readUploadAgain(context.service, input, signal), errors),
  ),
  rows: os.imports.rows.handler(({ input, context, errors }) =>
    answer(listUploadRows(context.service, input), errors),
  ),
  review: os.imports.review.handler(async ({ input, context, errors, signal }) => {
    await readPeople(context.db, signal);
    return answer(reviewUpload(context.service, input, context.today()), errors);
  }),
  commit: os.imports.commit.handler(async ({ input, context, errors, signal }) => {
    await readPeople(context.db, signal);
    const { service, writer, user } = context;
    return answer(commitUpload(service, writer, user.role, input, context.today()), errors);
  }),
  undo: os.imports.undo.handler(({ input, context, errors }) =>
    answer(undoImport(context.writer, input.id), errors),
  ),
  list: os.imports.list.handler(({ context }) => keepOwn(context.ownEditions, listImports(context.db))),
};
