import type { InboundField, InboundFieldName, PostReason } from '@dealtrail/protocol/forms';
import { leadFacts } from '@dealtrail/protocol/leads';
import { isMasked, maskEmail, maskPhone } from '../../../../kernel/access/rules/mask.ts';
import { normalizeEmail, normalizePhone } from '../../../../kernel/search/rules/phone.ts';
import type { Posted } from './read-body.ts';

/** Facts of a lead as texts. */
export type Facts = Partial<Record<InboundFieldName, string>>;

const STEPS = /[^.[\]]+/g;
/** A name a path can tell. */
const NAMEABLE = /^[^.[\]]+$/;

/** What stands at a path (`data.items[0].name`, with or without `$.` before it); undefined where nothing does. */
export function valueAt(posted: Posted, path: string): unknown {
  const steps = path.replace(/^\$\.?/, '').match(STEPS) ?? [];
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    posted,
  );
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** A value as a text: several plain ones become one list, anything deeper says nothing. */
function textOf(value: unknown): string {
  const values = Array.isArray(value) ? value : [value];
  return values.every(isPlain) ? values.join('、').trim() : '';
}

/** What a mapping finds in a post; facts of which nothing is found are not told. */
export function factsOf(posted: Posted, fields: readonly InboundField[]): Facts {
  const told = fields.flatMap(({ name, path, constant }): [InboundFieldName, string][] => {
    const text = path === undefined ? (constant ?? '') : textOf(valueAt(posted, path));
    return text === '' ? [] : [[name, text]];
  });
  return Object.fromEntries(told);
}

const schemaOf = (name: InboundFieldName) => (name === 'externalId' ? leadFacts.campaign : leadFacts[name]);

/** Why facts must wait for a person; undefined where a lead can be made of them. */
export function reasonToWait(facts: Facts): PostReason | undefined {
  const { companyName, contactName, externalId, phone, email, wechat } = facts;
  if (!companyName && !contactName && !externalId) return 'lead_nameless';
  if (Object.entries(facts).some(([name, text]) => !schemaOf(name as InboundFieldName).safeParse(text).success))
    return 'too_long';
  if ([phone, email, wechat].some((text) => text !== undefined && isMasked(text))) return 'masked_value';
  if (phone && normalizePhone(phone) === undefined) return 'phone_invalid';
  return email && normalizeEmail(email) === undefined ? 'email_invalid' : undefined;
}

/** Every place that holds a plain value, as the path that leads to it, at most 200. */
export function pathsIn(posted: Posted): string[] {
  const within = (value: unknown, path: string): string[] => {
    if (isPlain(value)) return [path];
    if (typeof value !== 'object' || value === null) return [];
    const at = (step: string) => (Array.isArray(value) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`);
    const named = Object.entries(value).filter(
      ([step]) => NAMEABLE.test(step) && !(path === '' && step.startsWith('$')),
    );
    return named.flatMap(([step, one]) => within(one, at(step)));
  };
  return within(posted, '').slice(0, 200);
}

const masks: Readonly<Partial<Record<InboundFieldName, (text: string) => string>>> = {
  phone: maskPhone,
  email: maskEmail,
  wechat: () => '***',
};

/** Facts as people read them: contact data masked; what hides numbers in free words is `hide`. */
export function maskedFacts(facts: Facts, hide: (text: string) => string): Facts {
  const shown = Object.entries(facts).map(([name, text]) => [name, (masks[name as InboundFieldName] ?? hide)(text)]);
  return Object.fromEntries(shown);
}

/** A post as people read it: what the mapping knows as contact data is masked, numbers and addresses elsewhere hidden. */
export function maskedPost(posted: Posted, fields: readonly InboundField[], hide: (text: string) => string): string {
  const masked = new Map(
    fields.flatMap(({ name, path }) => {
      const mask = masks[name];
      return mask && path !== undefined ? [[path.replace(/^\$\.?/, ''), mask] as const] : [];
    }),
  );
  const within = (value: unknown, path: string): unknown => {
    if (isPlain(value)) {
      const text = String(value);
      const shown = (masked.get(path) ?? hide)(text);
      return shown === text ? value : shown;
    }
    if (Array.isArray(value)) return value.map((one, i) => within(one, `${path}[${i}]`));
    if (typeof value !== 'object' || value === null) return value;
    const inside = Object.entries(value).map(([step, one]) => [
      step,
      within(one, path === '' ? step : `${path}.${step}`),
    ]);
    return Object.fromEntries(inside);
  };
  return JSON.stringify(within(posted, ''), null, 2);
}
