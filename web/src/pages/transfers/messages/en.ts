import type { zh } from './zh.ts';

/** Copy of the task centre's own settings in English. */
export const en = {
  'limits.title': 'Rows a person may export in a day',
  'limits.note': 'Roles left empty have {usual} rows; of several roles the largest holds.',
  'limits.of': 'Rows a day for {role}',
} as const satisfies Record<keyof typeof zh, string>;
