import { createCampaign } from '@dealtrail/protocol/campaigns';
import { createLead, type LeadRow, listLeads, startImport } from '@dealtrail/protocol/leads';
import { TAKES_IN, TYPES_IN } from '../company/people.ts';
import type { Intake } from '../market/intake.ts';
import { referrers } from '../market/sources.ts';
import type { PlannedLead } from '../market/planned-lead.ts';
import type { Cast, Seller } from '../stories/cast.ts';
import { momentOf } from './days.ts';
import type { Player } from './stage.ts';

/** A lead that came in, as the product has it. */
export interface CameIn {
  readonly lead: PlannedLead;
  readonly row: Pick<LeadRow, 'id' | 'intent' | 'priority' | 'complete' | 'ownerId'>;
}

const columns: Readonly<Record<string, (lead: PlannedLead, list: string) => string>> = {
  公司名称: (lead) => lead.companyName,
  联系人: (lead) => lead.contactName,
  职务: (lead) => lead.contactTitle,
  联系电话: (lead) => lead.phone,
  线索来源: (lead) => lead.source.name,
  所属行业: (lead) => lead.trade.industry,
  省份: (lead) => lead.place.province,
  城市: (lead) => lead.place.city,
  需求描述: (lead) => lead.need,
  '预算（万元）': (lead) => (lead.tellsBudget ? String(lead.amountWan) : ''),
  市场活动: (_, list) => list,
};

function csvOf(leads: readonly PlannedLead[], list: string): string {
  const rows = leads.map((lead) => Object.values(columns).map((cell) => cell(lead, list)));
  return [Object.keys(columns), ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n');
}

/** Leads a page of the list holds. */
const PAGE = 200;

/** Minor units of 1 000 yuan. */
const THOUSAND = 100_000;

/** Marketing keeps what the occasion of a list was planned to cost, and what it came to. */
async function register({ stage, chance, player }: Cast, { day, list = '', leads }: Intake): Promise<void> {
  const { key, campaign } = leads[0]?.source ?? {};
  if (!campaign) return;
  const luck = chance.fork(`cost ${list}`);
  const planned = luck.int(...campaign.cost);
  const body = {
    name: list,
    kind: campaign.kind,
    source: key,
    startsOn: day,
    endsOn: day,
    plannedMinor: planned * THOUSAND,
    actualMinor: Math.round(planned * (0.85 + luck.next() * 0.4)) * THOUSAND,
    ownerId: null,
    state: 'ended' as const,
  };
  await stage.call(player(TAKES_IN), createCampaign, { body });
}

/** Marketing takes a list in; the rules give its leads out. */
async function takeList(cast: Cast, intake: Intake): Promise<CameIn[]> {
  const { leads, list = '' } = intake;
  const { stage } = cast;
  const marketing = cast.player(TAKES_IN);
  await register(cast, intake);
  await stage.send(marketing, startImport, { name: `${list}.csv`, text: csvOf(leads, list) }, {});
  await stage.settle();
  const rows = new Map<string | null, LeadRow>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await stage.call(marketing, listLeads, {
      query: {
        filter: JSON.stringify({ field: 'campaign', op: 'eq', value: list }),
        limit: PAGE,
        ...(cursor ? { cursor } : {}),
      },
    });
    for (const row of page.items) rows.set(row.companyName, row);
    cursor = page.nextCursor;
  }
  return leads.flatMap((lead) => {
    const row = rows.get(lead.companyName);
    return row ? [{ lead, row }] : [];
  });
}

/** One lead in so many is typed in without industry and title. */
const ONE_IN_INCOMPLETE = 16;

/** Who finds a lead: somebody of the team whose provinces it is in. */
function finderOf(cast: Cast, lead: PlannedLead, department: string | undefined): Seller | undefined {
  const team = [...cast.sellers.values()].filter((seller) => seller.department === department);
  return team.length > 0 ? cast.chance.fork(`finder ${lead.nth}`).oneOf(team) : undefined;
}

async function takeOne(cast: Cast, lead: PlannedLead, by: Player, found: boolean): Promise<CameIn> {
  const incomplete =
    lead.fate === 'incomplete' ||
    (!found && !lead.fate && cast.chance.fork(`incomplete ${lead.nth}`).happens(1 / ONE_IN_INCOMPLETE));
  const row = await cast.stage.call(by, createLead, {
    body: {
      companyName: lead.companyName,
      contactName: lead.contactName,
      phone: lead.phone,
      source: lead.source.name,
      province: lead.place.province,
      city: lead.place.city,
      need: lead.need,
      ...(incomplete ? {} : { contactTitle: lead.contactTitle, industry: lead.trade.industry }),
      ...(lead.tellsBudget ? { budgetMinor: Math.round(lead.amountWan * 1_000_000) } : {}),
      ...(lead.source.key === 'referral'
        ? { referrer: cast.chance.fork(`referrer ${lead.nth}`).oneOf(referrers) }
        : {}),
      ...(found ? {} : { assign: 'rules' as const }),
    },
  });
  return { lead, row };
}

/** Takes in what comes at one moment, one after the other, because the rules look at everybody's load. */
export async function takeIn(
  cast: Cast,
  intake: Intake,
  teamOf: (province: string) => string | undefined,
): Promise<CameIn[]> {
  const at = momentOf(intake.day, intake.minute);
  cast.stage.time.goTo(at);
  if (intake.comes === 'list') return takeList(cast, intake);
  const [lead] = intake.leads;
  if (!lead) return [];
  const finder = intake.comes === 'found' ? finderOf(cast, lead, teamOf(lead.place.province)) : undefined;
  return [await takeOne(cast, lead, finder ?? cast.player(TYPES_IN), finder !== undefined)];
}
