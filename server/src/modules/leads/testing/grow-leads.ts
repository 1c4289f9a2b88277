import type { Services } from '../../../kernel/house/services.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { judgeFacts } from '../intake/judge-lead.ts';
import { newLead } from '../intake/new-lead.ts';
import { normaliseLead } from '../intake/normalise-lead.ts';
import { insertLeads } from '../store/lead-store.ts';
import { readIntakeRules } from '../judging/intake-rules.ts';

/** Where the rows go: an organisation with its people. */
interface Place {
  readonly orgId: string;
  readonly memberIds: readonly string[];
  readonly departmentIds: readonly string[];
}

/** Rows one transaction takes; a statement of a request may not run longer than three seconds. */
const BATCH = 500;

const first = Array.from('恒盛瑞泽启岭凌越江畔屿澄海澜晨星云帆博远鼎新汇川锦程立信明德宁远普惠清源荣昌顺达');
const second = Array.from('科机电仪控精密自动智能新材工装流体动力测量传感焊接铸造液压轴承模具泵阀');
const kinds = ['科技', '机电', '仪表', '自动化', '精密制造', '新材料', '工业装备', '流体控制'];
const places = ['常州', '苏州', '合肥', '芜湖', '宁波', '佛山', '东莞', '青岛', '济南', '西安', '成都', '武汉'];
const sources = ['website', 'exhibition', 'referral', 'campaign', 'partner'];
const industries = ['制造业', '信息技术', '教育', '医药', '能源'];

/** An element of a list that is not empty, by a number of any size. */
function pick<Item>(list: readonly Item[], at: number): Item {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

/** The company of one row: some 200 000 names, the rest told apart by a number as branches of factories are. */
export function companyOf(i: number): string {
  const name = `${pick(first, i)}${pick(second, Math.floor(i / 7))}${pick(first, Math.floor(i / 101))}`;
  const branch = i >= 200_000 ? `第${Math.floor(i / 200_000)}` : '';
  return `${pick(places, i * 5)}${name}${pick(kinds, Math.floor(i / 3))}${branch}有限公司`;
}

/** The mobile number of one row, each its own up to ten million rows. */
export function phoneOf(i: number): string {
  return `13${String(8_00_000_000 + ((i * 7_919) % 10_000_000) * 10 + (i % 10)).slice(0, 9)}`;
}

/**
 * Grows the leads of an organisation to `to` rows, written as the intake writes them (keys, contact points, search words,
 * judged), without owners being worked out and clocks started.
 */
export async function growTo(services: Services, place: Place, from: number, to: number): Promise<void> {
  const { database, time } = services;
  for (let at = from; at < to; at += BATCH) {
    await database.write(
      { orgId: place.orgId, actorId: null, operation: 'bench.grow', requestId: 'bench' },
      async (tx) => {
        const sourceMap = await readIntakeRules(tx);
        const leads = Array.from({ length: Math.min(BATCH, to - at) }, (_, n) => {
          const i = at + n;
          const typed = factsOf({
            companyName: companyOf(i),
            contactName: `${pick(first, i * 3)}工`,
            phone: phoneOf(i),
            email: `a${i}@c${i % 50_000}.example`,
            source: pick(sources, i * 7),
            industry: pick(industries, i * 3),
            city: pick(places, i * 5),
            need: `采购设备 ${i}`,
          });
          const { lead: normal } = normaliseLead(typed, sourceMap);
          return newLead({
            id: time.newId(),
            number: `XLSH20260101${String(i).padStart(7, '0')}`,
            normal,
            judged: judgeFacts(normal.facts, true, sourceMap, false),
            given: {
              ownerId: pick(place.memberIds, i),
              ownerName: '',
              departmentId: pick(place.departmentIds, i),
              how: 'rule',
              ruleId: null,
              why: [],
            },
            markedIncomplete: false,
            campaignId: null,
            createdBy: pick(place.memberIds, i),
            currency: 'CNY',
            now: new Date(Date.UTC(2026, 0, 1) + i * 20_000),
          });
        });
        await insertLeads(tx, leads);
      },
    );
  }
}
