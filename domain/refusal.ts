/** An expected "no" as a value: the tag of an error that the contract declares, with its data. */
export interface Refusal<Tag extends string, Data = undefined> {
  readonly refused: Tag;
  readonly data: Data;
}

/** Refuses with a tag alone, or with a tag and the figures that the person should see. */
export function refuse<Tag extends string>(tag: Tag): Refusal<Tag>;
export function refuse<Tag extends string, Data>(tag: Tag, data: Data): Refusal<Tag, Data>;
export function refuse(tag: string, data?: unknown): Refusal<string, unknown> {
  return { refused: tag, data };
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal<string, unknown> {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && 'data' in answer;
}
