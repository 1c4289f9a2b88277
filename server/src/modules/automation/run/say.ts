import type { Why } from '@dealtrail/protocol/kernel';
import type { Messages } from '../../../kernel/house/module.ts';

/** Reasons as one line of one language, for history and messages that cannot translate them later. */
export function say(messages: Messages, reasons: readonly Why[], locale: 'zh' | 'en'): string {
  const said = reasons.map(({ key, params }) =>
    (messages[locale][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)),
  );
  return said.join(locale === 'zh' ? '；' : '; ');
}
