import type { Why } from '@dealtrail/protocol/kernel';
import type { whyZh } from '../../../../../protocol/src/activities/messages/why-zh.ts';

/** One reason of a judgement on follow-ups and files; only keys that have a sentence can be given. */
export const why = (key: keyof typeof whyZh, params: Why['params'] = {}): Why => ({ key, params });
