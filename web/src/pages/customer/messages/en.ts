import type { zh } from './zh.ts';

/** Screen copy of the customer page in English. */
export const en = {
  'customer.timeline': 'History',
  'customer.files': 'Files',
} as const satisfies Record<keyof typeof zh, string>;
