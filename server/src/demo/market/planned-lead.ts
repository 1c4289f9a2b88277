import type { Chance } from '../play/chance.ts';
import type { Topic } from '../words/talks.ts';
import { dealNameOf, needOf, type Nearness } from '../words/needs.ts';
import { askerOf, type CompanyRegister, phoneOf } from './companies.ts';
import { type Place, places } from './places.ts';
import type { Source } from './sources.ts';
import { type Trade, trades } from './trades.ts';

/** What is bound to come of a lead, where chance is not asked: what a newcomer is to find on the first day. */
export type Fate =
  | 'untouched'
  | 'incomplete'
  | 'unruled'
  | 'uncalled'
  | 'neglected'
  | 'paused'
  | 'stalled'
  | 'overlong'
  | 'awaiting';

/** A lead that will come in, as the market has it; who owns it is for the product to say. */
export interface PlannedLead {
  /** Its place among all leads; its chance hangs on it. */
  readonly nth: number;
  readonly source: Source;
  readonly trade: Trade;
  readonly place: Place;
  readonly nearness: Nearness;
  readonly companyName: string;
  readonly contactName: string;
  readonly contactTitle: string;
  readonly phone: string;
  readonly need: string;
  /** In 万元. */
  readonly amountWan: number;
  readonly tellsBudget: boolean;
  readonly dealName: string;
  readonly topic: Topic;
  readonly fate?: Fate;
}

/** How near those who come from a source are to buying: the better it converts, the nearer. */
function nearnessOf(chance: Chance, { signs }: Source): Nearness {
  const warm = Math.min(1, signs / 30);
  const drawn = chance.next();
  if (drawn < 0.22 + 0.4 * warm) return 'buying';
  return drawn < 0.72 + 0.22 * warm ? 'asking' : 'later';
}

/** Amounts in 万元 as people say them: small ones often, large ones seldom. */
function amountOf(chance: Chance, [least, most]: Trade['amount']): number {
  const amount = least + (most - least) * chance.next() ** 2.2;
  return amount < 60 ? Math.round(amount * 2) / 2 : Math.round(amount / 2) * 2;
}

/** What may be settled beforehand about a lead. */
export interface Settled {
  readonly fate?: Fate;
  readonly place?: Place;
  readonly nearness?: Nearness;
  /** Of high priority by the shipped profile: an industry at its core, a clear need and a large budget. */
  readonly certain?: boolean;
  /** The same company under the same name, asking once more. */
  readonly companyName?: string;
}

const isCertain = ({ industry }: Trade): boolean => industry.endsWith('制造');

/** Thinks up one lead. */
export function planLead(
  seed: Chance,
  register: CompanyRegister,
  nth: number,
  source: Source,
  settled: Settled = {},
): PlannedLead {
  const chance = seed.fork(`lead ${nth}`);
  const trade = chance.weighted(settled.certain ? trades.filter(isCertain) : trades);
  const place = settled.place ?? chance.weighted(places);
  const nearness = settled.nearness ?? nearnessOf(chance, source);
  const amountWan = Math.max(settled.certain ? 40 : 0, amountOf(chance, trade.amount));
  const [good, unit] = chance.oneOf(trade.goods);
  return {
    nth,
    source,
    trade,
    place,
    nearness,
    companyName: settled.companyName ?? register.name(chance, trade, place),
    ...askerOf(chance),
    phone: phoneOf(nth + 1),
    need: needOf(chance, trade, nearness, amountWan),
    amountWan,
    tellsBudget: settled.certain === true || chance.happens(nearness === 'buying' ? 0.85 : 0.25),
    dealName: dealNameOf(chance, trade),
    topic: { good, unit, site: chance.oneOf(trade.sites), budget: amountWan },
    ...(settled.fate ? { fate: settled.fate } : {}),
  };
}
