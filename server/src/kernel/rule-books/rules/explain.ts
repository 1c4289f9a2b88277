import type { Why } from '@dealtrail/protocol/kernel';
import type { Met } from '../../filters/index.ts';
import type { Spoken } from './judge-by-rules.ts';

/** How a value is called where a field holds keys: the name of a source. Undefined: as it stands. */
export type CallValue = (field: string, value: string | number | boolean) => string | undefined;

/** Longer texts are not quoted whole. */
const QUOTED = 40;

function shown({ field, value }: Met, call: CallValue | undefined): string {
  if (value === null) return '';
  const called = call?.(field.name, value);
  if (called !== undefined) return called;
  if (field.kind === 'money') return (Number(value) / 100).toLocaleString('en-US');
  if (field.kind === 'instant') return new Date(Number(value)).toISOString();
  const text = String(value);
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

function formOf({ test, negated, value, found }: Met): { form: string; params?: Why['params'] } | undefined {
  if (value === null || (test.is === 'empty' && !negated)) return { form: 'empty' };
  if (test.is === 'empty') return { form: 'filled' };
  if (test.is === 'words') {
    if (negated || found === undefined) return { form: 'mentionsNot' };
    return { form: test.how === 'denies' ? 'denies' : 'mentions', params: { value: found } };
  }
  if (test.is === 'text') return { form: negated ? 'containsNot' : 'contains', params: { value: test.text } };
  return undefined;
}

/** One met condition as a sentence about the record: 来源是展会咨询, 需求提到“采购”. */
function sentenceOf(chapter: string, met: Met, call: CallValue | undefined): Why {
  const key = `${chapter}.met.${met.field.name}`;
  const told = formOf(met);
  if (told) return { key: `${key}.${told.form}`, params: told.params ?? {} };
  if (met.field.kind === 'enum' || met.field.kind === 'boolean')
    return { key: `${key}.is.${String(met.value)}`, params: {} };
  return { key: `${key}.is`, params: { value: shown(met, call) } };
}

/** Why a rule decided: its name, then the conditions that were met, each once. */
export function explain(chapter: string, { rule, met }: Spoken<unknown>, call?: CallValue): Why[] {
  const named: Why = { key: 'rules.why.by', params: { rule: rule.name } };
  if (met.length === 0) return [named, { key: 'rules.why.otherwise', params: {} }];
  const sentences = met.map((one) => sentenceOf(chapter, one, call));
  const once = new Map(sentences.map((sentence) => [JSON.stringify(sentence), sentence]));
  return [named, ...once.values()];
}
