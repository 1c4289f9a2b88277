import { z } from 'zod';

/** A filter as JSON text that opens exactly the records a sum was made of. */
const Drill = z.string();

/**
 * Sums of opportunities, one a currency: the organisation's first, the others by code. Amounts of two currencies are
 * never added without a rate; a currency in which nobody named an amount is left out.
 */
export const DealSums = z.array(
  z.object({ currency: z.string(), amountMinor: z.number(), weightedMinor: z.number(), drill: Drill }),
);
export type DealSums = z.infer<typeof DealSums>;

/** Contract amounts together, one a currency in the same order. */
export const SignedSums = z.array(z.object({ currency: z.string(), signedMinor: z.number(), drill: Drill }));
