import type { Merging } from '../../../kernel/house/module.ts';
import { lockForChange } from '../store/lead-store.ts';
import { readIntakeRules } from '../judging/intake-rules.ts';
import { judgeEdit, saveEdits } from './update-lead.ts';

/** What people choose when leads become one. The source stays that of the lead that stays: the first is for ever (R4). */
export const leadMerging: Merging = {
  table: 'leads',
  fields: [
    'companyName',
    'contactName',
    'contactTitle',
    'phone',
    'email',
    'landline',
    'wechat',
    'creditCode',
    'website',
    'industry',
    'province',
    'city',
    'need',
    'customerType',
    'budgetMinor',
    'expectedPurchaseOn',
    'campaign',
    'referrer',
    'referredBy',
  ],
  along: { budgetMinor: ['currency'] },
  async save(tx, actor, id, values) {
    if (Object.keys(values).length === 0) return;
    const lead = await lockForChange(tx, actor, id, 'leads.update');
    const sources = await readIntakeRules(tx);
    await saveEdits(tx, actor, [judgeEdit(actor, lead, { id, version: lead.version, ...values }, sources)], sources);
  },
};
