import { z } from 'zod';
import { operation, OutId } from '../kernel/index.ts';

export const SearchHit = z.object({
  kind: z.string(),
  id: OutId,
  number: z.string(),
  title: z.string(),
  ownerName: z.string().nullable(),
  /** The file by whose name it was found. */
  fileName: z.string().nullable(),
});

export const search = operation({
  id: 'search.find',
  method: 'GET',
  path: '/search',
  query: z.strictObject({ q: z.string().trim().min(1).max(100), kind: z.string().max(20).optional() }),
  result: z.object({
    items: z.array(SearchHit),
    /**
     * Of a whole number or address that nothing in sight has: whether something out of sight has it (say no more than
     * 已存在，请联系主管), nothing has, or the measure of an hour is used up. Null for every other search.
     */
    beyond: z.enum(['exists', 'none', 'limit']).nullable(),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary:
    'Finds records by name, number, pinyin initials, phone suffix or the name of a file, among those the member may see; at most 20.',
});
