/** What was written a moment ago in the same transaction is there; anything else is a fault of the program. */
export function requireJustWritten<Stored>(found: Stored | null): Stored {
  if (found === null) throw new Error('a row written in this transaction is not there');
  return found;
}
