import type { Why } from '@dealtrail/protocol/kernel';
import type { whyZh } from '../../../../../protocol/src/insights/messages/why-zh.ts';

/** One note beside a number; only keys that have a sentence can be given. */
export const why = (key: keyof typeof whyZh, params: Why['params'] = {}): Why => ({ key, params });
