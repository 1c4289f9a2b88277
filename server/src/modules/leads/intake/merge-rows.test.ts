import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceMapOf } from '../store/source-store.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import { identifying, mergeRows, MetLeads } from './merge-rows.ts';
import { type NormalLead, normaliseLead } from './normalise-lead.ts';

const sources = sourceMapOf({ own: null, mapped: null });
const normal = (facts: Partial<LeadFacts>): NormalLead => normaliseLead(factsOf(facts), sources).lead;
const fatesOf = (rows: readonly NormalLead[], met = new MetLeads()) =>
  mergeRows(rows, met, () => undefined).fates.map(({ fate }) => fate);

describe('rows of one file', () => {
  test.each<[string, Partial<LeadFacts>[], string[]]>([
    [
      'the same company under two spellings',
      [{ companyName: '华星科技有限公司' }, { companyName: '华星科技' }],
      ['create', 'duplicate'],
    ],
    [
      'a number typed in two ways',
      [
        { contactName: '王', phone: '13800000001' },
        { contactName: '王', phone: '+86 138-0000-0001' },
      ],
      ['create', 'duplicate'],
    ],
    [
      'a blank that is filled',
      [{ companyName: '甲厂' }, { companyName: '甲厂', email: 'a@b.cn' }],
      ['create', 'merged'],
    ],
    [
      'the key a merged row brought along',
      [
        { companyName: '甲厂' },
        { companyName: '甲厂', phone: '13800000001' },
        { contactName: '王', phone: '13800000001' },
      ],
      ['create', 'merged', 'merged'],
    ],
    ['numbered companies', [{ companyName: '第一机床厂' }, { companyName: '第二机床厂' }], ['create', 'create']],
    [
      'a switchboard of two tenants',
      [
        { contactName: '王', landline: '010-62345678' },
        { contactName: '李', landline: '010-62345678' },
      ],
      ['create', 'create'],
    ],
    [
      'one switchboard typed as the phone of two companies',
      [
        { companyName: '华星科技有限公司', phone: '010-62345678' },
        { companyName: '启明环保设备厂', phone: '010-62345678' },
      ],
      ['create', 'create'],
    ],
    [
      'a person on a switchboard, twice',
      [
        { contactName: '王敏', phone: '010-62345678' },
        { contactName: '王 敏', phone: '(010)6234-5678' },
      ],
      ['create', 'duplicate'],
    ],
    [
      'a person who changed companies',
      [
        { companyName: '华星科技有限公司', phone: '13800000001' },
        { companyName: '启明环保设备厂', phone: '13800000001' },
        { companyName: '启明环保设备厂', phone: '13800000001' },
        { contactName: '王敏', phone: '13800000001' },
      ],
      ['create', 'create', 'duplicate', 'merged'],
    ],
    [
      'a branch and its head office on one mobile',
      [
        { companyName: '华星科技有限公司', phone: '13800000001' },
        { companyName: '华星科技有限公司上海分公司', phone: '13800000001' },
      ],
      ['create', 'create'],
    ],
    [
      'a name one letter away',
      [{ companyName: '安亿致用科技有限公司' }, { companyName: '安忆致用科技有限公司' }],
      ['create', 'create'],
    ],
    ['people without any key', [{ contactName: '王敏' }, { contactName: '王敏' }], ['create', 'create']],
  ])('%s', (_, rows, fates) => {
    expect(fatesOf(rows.map(normal))).toEqual(fates);
  });
});

const pick = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const row = fc
  .record({
    companyName: pick('甲厂', '乙厂', '丙厂'),
    contactName: pick('王敏', '李雷'),
    phone: pick('13800000001', '13800000002', '13800000003'),
    email: pick('a@b.cn', 'c@d.cn'),
    externalId: pick('1', '2', '3'),
    need: pick('采购', '了解'),
  })
  .map(normal);

test('the same rows again bring nothing new, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const keyed = rows.filter(({ keys }) => identifying(keys).length > 0);
      const met = new MetLeads();
      const first = mergeRows(keyed, met, () => undefined);
      const drafts = first.fates.flatMap((fate) => (fate.fate === 'create' ? [fate.draft] : []));
      expect(fatesOf(keyed, met).filter((fate) => fate === 'create')).toEqual([]);
      expect(drafts.length).toBe(first.fates.filter(({ fate }) => fate === 'create').length);
    }),
  );
});

test('two new leads share a number or address only when their companies differ; no fact is overwritten', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const before = rows.map(({ facts }) => facts);
      const { fates } = mergeRows(rows, new MetLeads(), () => undefined);
      const drafts = fates.flatMap((fate, i) =>
        fate.fate === 'create' ? [{ draft: fate.draft, first: before[i] }] : [],
      );
      for (const { draft, first } of drafts) {
        const told = Object.fromEntries(Object.entries(first ?? {}).filter(([, value]) => value !== null));
        expect(draft.normal.facts).toMatchObject(told);
      }
      const told = drafts.map(({ first }) => normal(first ?? {}));
      for (const [i, one] of told.entries()) {
        for (const other of told.slice(i + 1)) {
          const keys = identifying(one.keys).map(({ kind, key }) => `${kind} ${key}`);
          const shared = identifying(other.keys).filter(({ kind, key }) => keys.includes(`${kind} ${key}`));
          expect(shared.filter(({ kind }) => kind === 'company' || kind === 'external_id')).toEqual([]);
          expect(shared.length === 0 || one.facts.companyName !== other.facts.companyName).toBe(true);
        }
      }
    }),
  );
});
