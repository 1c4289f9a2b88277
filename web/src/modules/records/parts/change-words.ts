import { useKit } from '../../../kit/provider/index.ts';
import { dayOf, formatDay, formatTime, joined } from '../../../kit/formats/index.ts';
import { useRecordWords, useSaid } from './words.ts';

/** Families of sentences that name the values of a field. */
const valueFamilies: Readonly<Record<string, readonly string[]>> = {
  state: ['leadState', 'opportunityState', 'clockState'],
  intent: ['intent', 'level'],
  priority: ['priority'],
  dealState: ['dealState'],
  level: ['shareLevel'],
  method: ['followUpMethod'],
  outcome: ['followUpOutcome'],
  invalidReason: ['invalidReason'],
  lateReason: ['lateReason'],
  pauseReason: ['pauseReason'],
  stateAfter: ['leadState', 'opportunityState'],
  purpose: ['records.readings'],
  kind: ['records.kind', 'taskKind'],
  addedPermissions: ['permission'],
  locale: ['settings.language'],
  secondStepFor: ['account.policy'],
};

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Name of a field as people know it; undefined for what only machines read. */
export function useKnownField(): (table: string, field: string) => string | undefined {
  const said = useSaid();
  return (table, field) =>
    said(`${table}.field.${field}`, `${table}.field.${field.replace(/(Id|Minor)$/, '')}`, `records.field.${field}`);
}

/** Name of a field as people know it; its technical name where nobody gave it one. */
export function useFieldName(): (table: string, field: string) => string {
  const known = useKnownField();
  return (table, field) => known(table, field) ?? field;
}

/** A value of a change in words: names for ids, sentences for choices, moments in the organisation's zone. */
export function useValueWords(): (field: string, value: unknown, names: Readonly<Record<string, string>>) => string {
  const word = useRecordWords();
  const said = useSaid();
  const { language, zone, now } = useKit();
  const show = (field: string, value: unknown, names: Readonly<Record<string, string>>): string => {
    if (value === null || value === undefined || value === '') return word('records.changes.empty');
    if (typeof value === 'boolean') return word(value ? 'records.changes.yes' : 'records.changes.no');
    if (Array.isArray(value)) {
      return joined(
        value.map((item) => show(field, item, names)),
        'names',
        language,
      );
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const today = dayOf(now(), zone);
    if (INSTANT.test(text)) return `${formatDay(dayOf(text, zone), today, language)} ${formatTime(text, zone)}`;
    if (DAY.test(text)) return formatDay(text, today, language);
    const families = valueFamilies[field] ?? [];
    return names[text] ?? said(...families.map((family) => `${family}.${text}`)) ?? text;
  };
  return show;
}
