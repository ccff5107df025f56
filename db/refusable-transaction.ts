import { isRefusal } from '../domain/refusal.ts';
import { inTransaction, type Writer } from './database.ts';

/** All or nothing, where a refusal that is only seen after writing takes back what was written. */
export function inTransactionUnlessRefused<Answer>(writer: Writer, write: () => Answer): Answer {
  let refusal: Answer | undefined;
  try {
    return inTransaction(writer.db, () => {
      const answer = write();
      if (!isRefusal(answer)) return answer;
      refusal = answer;
      throw new Error('refused');
    });
  } catch (error) {
    if (refusal === undefined) throw error;
    return refusal;
  }
}
