import type { Language } from '../formats/language.ts';
import { dayOf, formatTime } from '../formats/moments.ts';
import { formatMoney } from '../formats/money.ts';
import type { KitWords } from '../words/index.ts';
import {
  asksWords,
  type FieldFilter,
  type Filter,
  type FilterField,
  isQuestion,
  type Period,
  type Single,
} from './filter-model.ts';

interface Surroundings {
  readonly fields: readonly FilterField[];
  readonly words: KitWords;
  readonly language: Language;
  /** The zone moments are shown in. */
  readonly zone: string;
  /** How many of a list of values are named before the rest is counted; otherwise two or none. */
  readonly named?: number;
}

/** A condition in words: the quiet part (负责人是) and the part that matters (我). */
export interface ChipWords {
  readonly head: string;
  readonly tail: string;
}

/** Days a relative value counts, back as less than nothing; months and years roughly. */
export function daysOf(text: string): number | undefined {
  const found = /^([+-]?)(\d+)([hdwmy])$/.exec(text);
  if (!found) return undefined;
  const days = Number(found[2]) * ({ h: 1 / 24, d: 1, w: 7, m: 30, y: 365 }[found[3] ?? 'd'] ?? 1);
  return found[1] === '-' ? -days : days;
}

/** A moment counted from today: 3 天前, 今天; one counted in hours may be this very one: 现在. */
export function relativeWords(text: string, words: KitWords): string {
  const days = daysOf(text);
  if (days === undefined) return text;
  if (days === 0) return text.endsWith('h') ? words.filter.now : words.filter.today;
  return days < 0 ? words.filter.daysAgo(-days) : words.filter.daysAhead(days);
}

/** A period as people say it: 上月, 本季度; one further away is counted. */
export function periodWords({ period, shift = 0 }: Period, words: KitWords): string {
  const said = words.filter.periods[period];
  return said.near[String(shift) as '-1' | '0' | '1'] ?? said.far(shift);
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function single(value: Single, field: FilterField | undefined, { words, language, zone }: Surroundings): string {
  if (typeof value === 'object') {
    if ('me' in value) return words.filter.me;
    return 'period' in value ? periodWords(value, words) : relativeWords(value.relative, words);
  }
  if (typeof value === 'boolean') return value ? words.filter.yes : words.filter.no;
  if (typeof value === 'number')
    return field?.kind === 'money'
      ? formatMoney({ minor: value, currency: field.currency ?? 'CNY' }, language)
      : String(value);
  if (field?.kind === 'day' && INSTANT.test(value)) return `${dayOf(value, zone)} ${formatTime(value, zone)}`;
  return field?.options?.find((option) => option.value === value)?.label ?? value;
}

/** How many of a list of words a sentence names. */
const WORDS_NAMED = 4;

function valueWords(question: FieldFilter, field: FilterField | undefined, around: Surroundings): string {
  const { op, value } = question;
  const { words, language } = around;
  if (op === 'isEmpty' || value === undefined) return '';
  if (op === 'within' && typeof value === 'object' && 'relative' in value) {
    const days = Math.abs(daysOf(value.relative) ?? 0);
    return language === 'zh-CN' ? `${days} 天` : `${days} days`;
  }
  if (!Array.isArray(value)) return single(value, field, around);
  const each = value.map((part) => single(part, field, around));
  if (op === 'between') return each.join(' – ');
  if (asksWords(op)) {
    const named = each.slice(0, WORDS_NAMED).join(language === 'zh-CN' ? '、' : ', ');
    return each.length > WORDS_NAMED ? words.filter.wordsMore(named, each.length) : named;
  }
  const { named } = around;
  if (named !== undefined && each.length > 2) {
    const first = each.slice(0, named).join(language === 'zh-CN' ? '、' : ', ');
    return each.length > named ? words.filter.andMore(first, each.length) : first;
  }
  return each.length > 2 ? words.filter.many(each.length) : each.join(language === 'zh-CN' ? '、' : ', ');
}

function questionWords(question: FieldFilter, around: Surroundings): ChipWords {
  const { words, language, fields } = around;
  const field = fields.find((each) => each.key === question.field);
  const label = field?.label ?? words.filter.unknownField;
  const listed = Array.isArray(question.value) ? question.value : [];
  const relation = question.op === 'in' && listed.length === 1 ? 'eq' : question.op;
  const ahead =
    question.op === 'within' &&
    typeof question.value === 'object' &&
    'relative' in question.value &&
    (daysOf(question.value.relative) ?? 0) > 0;
  const verb =
    (ahead ? words.filter.withinAhead : undefined) ??
    (question.op === 'isEmpty' && question.value === false ? words.filter.filled : undefined) ??
    (field?.kind === 'day' ? words.filter.dateOperators[relation] : undefined) ??
    words.filter.operators[relation];
  const gap = language === 'zh-CN' ? '' : ' ';
  if (field?.kind === 'flag')
    return { head: `${label}${gap}${words.filter.operators.eq}`, tail: valueWords(question, field, around) };
  return { head: `${label}${gap}${verb}`, tail: valueWords(question, field, around) };
}

/** A condition in words: 负责人是 我 · 来源属于 7 项 · any-groups joined by 或. */
export function chipWords(chip: Filter, around: Surroundings): ChipWords {
  if (isQuestion(chip)) return questionWords(chip, around);
  const { words } = around;
  if ('not' in chip && isQuestion(chip.not) && chip.not.op === 'in') {
    const { tail } = questionWords(chip.not, around);
    const label = around.fields.find((each) => each.key === (chip.not as FieldFilter).field)?.label;
    const gap = around.language === 'zh-CN' ? '' : ' ';
    return { head: `${label ?? words.filter.unknownField}${gap}${words.filter.notIn}`, tail };
  }
  if ('not' in chip) {
    const inner = chipWords(chip.not, around);
    return { head: words.filter.not, tail: `${inner.head} ${inner.tail}`.trim() };
  }
  const [parts, joint] = 'any' in chip ? [chip.any, words.filter.or] : [chip.all, words.filter.and];
  const said = parts.map((part) => {
    const { head, tail } = chipWords(part, around);
    return `${head} ${tail}`.trim();
  });
  return { head: '', tail: said.join(` ${joint} `) };
}
