import { z } from 'zod';
import { caebSectionSchema } from './enterprise.ts';
import { requiredText } from './field.ts';
import { tradeIdSchema } from './ids.ts';
import { foldText } from './text.ts';

/** A trade (rubro) in the office's own words and the section of CAEB to which it belongs. */
export const tradeSchema = z.object({
  id: tradeIdSchema,
  name: requiredText(80),
  section: caebSectionSchema.nullable(),
});
export type Trade = z.infer<typeof tradeSchema>;

/** The whole list: a trade without an id is new, one that is missing is deleted. */
export const tradesDraftSchema = z.object({
  trades: z.array(tradeSchema.extend({ id: tradeIdSchema.nullable() })).max(300),
});
export type TradesDraft = z.infer<typeof tradesDraftSchema>;

/** The section of a trade as the office's list says it, whatever its case and accents; null where it says nothing. */
export function findSection(trades: readonly Pick<Trade, 'name' | 'section'>[], name: string | null) {
  if (name === null) return null;
  const folded = foldText(name);
  return trades.find((trade) => foldText(trade.name) === folded)?.section ?? null;
}
