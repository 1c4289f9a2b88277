import type { Why } from '@dealtrail/protocol/kernel';
import type { whyZh } from '../../../../../protocol/src/opportunities/messages/why-zh.ts';

/** A message of the opportunities' rules that has a sentence in both languages. */
export type WhyKey = keyof typeof whyZh;

/** One reason of a judgement on opportunities; only keys that have a sentence can be given. */
export const why = (key: WhyKey, params: Why['params'] = {}): Why => ({ key, params });
