import { z } from 'zod';
import { Text } from '../kernel/index.ts';

const Words = z.array(Text(120)).max(200);

/** What a lead must be like for a rule or a pool; an empty list asks for nothing. */
export const LeadConditions = z.strictObject({
  regions: Words,
  provinces: Words,
  industries: Words,
  customerTypes: Words,
  priorities: Words,
  sources: Words,
});
