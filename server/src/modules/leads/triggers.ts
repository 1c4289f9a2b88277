import { LeadState } from '@dealtrail/protocol/leads';
import { leadsEn, leadsZh } from '@dealtrail/protocol/leads/messages';
import { calledBy, type Trigger } from '../../kernel/events/trigger.ts';

const kinds = ['lead'];

const ways = [
  { value: 'rule', zh: '按分配规则', en: 'by the rules' },
  { value: 'hand', zh: '人工分配', en: 'by hand' },
  { value: 'claim', zh: '从公海领取', en: 'claimed from a pool' },
  { value: 'own_find', zh: '自己录入', en: 'own find' },
  { value: 'fallback', zh: '无人可分，交管理员', en: 'nobody could take it' },
];

/** What happens to leads that may set a rule going. */
export const leadTriggers: readonly Trigger[] = [
  { event: 'leads.created', kinds },
  { event: 'leads.assigned', kinds, by: { property: 'how', values: ways } },
  { event: 'leads.touched', kinds },
  {
    event: 'leads.state_changed',
    kinds,
    by: { property: 'to', values: calledBy(LeadState.options, 'leadState', leadsZh, leadsEn) },
  },
  { event: 'leads.pooled', kinds },
  { event: 'leads.recycled', kinds },
  { event: 'leads.qualified', kinds },
  { event: 'leads.invalidated', kinds },
  { event: 'leads.resumed', kinds },
];
