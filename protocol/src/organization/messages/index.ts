import { organizationEn as chapterEn } from './en.ts';
import { leaveEn, leaveZh } from './leave.ts';
import { organizationZh as chapterZh } from './zh.ts';

/** Chinese sentences of the organisation, those of leave with them. */
export const organizationZh = { ...chapterZh, ...leaveZh };
/** The same in English. */
export const organizationEn = { ...chapterEn, ...leaveEn } satisfies Record<keyof typeof organizationZh, string>;
