import { os } from './base.ts';

export const changesRouter = {
  watch: os.changes.watch.handler(({ context, signal }) =>
    context.service.changes.subscribe('changed', signal === undefined ? {} : { signal }),
  ),
};
