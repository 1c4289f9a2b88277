/** A value named by its key, where a chapter keeps the names itself. */
export type Names = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** How a value is written: `words` is the beginning of its message keys, as in `leadState`. */
export type ColumnForm =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'yes_no'
  | 'phone'
  | 'email'
  | { readonly words: string }
  | { readonly names: Names };

/** SQL of a value as text: money in whole units, instants in the organisation's zone to the minute. */
export function textSql(sql: string, form: ColumnForm = 'text'): string {
  if (form === 'money') return `trim_scale((${sql})::numeric / 100)::text`;
  if (form === 'instant') return `to_char((${sql}) at time zone {zone}::text, 'YYYY-MM-DD HH24:MI')`;
  return `(${sql})::text`;
}

/** What the writing of a cell depends on beside its value. */
export interface CellContext {
  readonly locale: 'zh' | 'en';
  readonly words: Readonly<Record<string, string>>;
  readonly maskPhone: (text: string) => string;
  readonly maskEmail: (text: string) => string;
}

/** Digits a double keeps exactly; longer numbers stay text. */
const EXACT = /^-?\d{1,15}$|^-?(?=[\d.]{1,16}$)\d+\.\d+$/;

/** The cell of a value; contact data is masked unless this row may be seen clear. */
export function cellOf(
  text: string | null,
  form: ColumnForm,
  clear: boolean,
  { locale, words, maskPhone, maskEmail }: CellContext,
): string | number {
  if (text === null || text === '') return '';
  if (typeof form === 'object') {
    if ('words' in form) return words[`${form.words}.${text}`] ?? text;
    return Object.hasOwn(form.names, text) ? (form.names[text]?.[locale] ?? text) : text;
  }
  if (form === 'phone') return clear ? text : maskPhone(text);
  if (form === 'email') return clear ? text : maskEmail(text);
  if (form === 'yes_no') return words[text === 'true' ? 'exports.yes' : 'exports.no'] ?? text;
  if ((form === 'number' || form === 'money') && EXACT.test(text)) return Number(text);
  return text;
}
