import { isRefusal } from '../../domain/refusal.ts';

/** The story is written so that nothing in it is refused. */
export function must<Answer>(answer: Answer): Exclude<Answer, { refused: string }> {
  if (isRefusal(answer)) throw new Error(`the invented office was refused: ${answer.refused}`);
  return answer as Exclude<Answer, { refused: string }>;
}
