import { z } from 'zod';

const share = z.number().min(0).max(1).nullable();

/** How far the training of one generation reached. Shares are of those whose sex, or birth date, is known. */
export const generationReachSchema = z.object({
  /** From 1: those whom the person trained themselves. */
  generation: z.number().int(),
  /** Whom training reached in this generation and in none before. */
  people: z.number().int(),
  /** Of these, who taught somebody in turn. */
  trainers: z.number().int(),
  editions: z.number().int(),
  /** Seats held in these editions, also by people of earlier generations. */
  participations: z.number().int(),
  /** Hours taught. */
  hours: z.number(),
  /** 0 to 1; null where nothing is known of anyone. */
  womenShare: share,
  youthShare: share,
});
export type GenerationReach = z.infer<typeof generationReachSchema>;
