import { CustomerType, LeadState, Level } from '@dealtrail/protocol/leads';
import { useSession } from '../../../../kernel/session/index.ts';
import type { FilterField } from '../../../../kit/filter/index.ts';
import { useCampaignNames } from '../../../campaigns/index.ts';
import { useColleagues, useDepartmentOptions } from '../../../organization/index.ts';
import { useLeadWords, useSourceOptions } from '../words.ts';

/** The fields people filter leads by, with their choices. */
export function useLeadFilterFields(): readonly FilterField[] {
  const word = useLeadWords();
  const { organization } = useSession();
  const colleagues = useColleagues().data?.items ?? [];
  const departments = useDepartmentOptions();
  const sources = useSourceOptions();
  const campaigns = (useCampaignNames().data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const levels = Level.options.map((level) => ({ value: level, label: word(`leads.level.${level}`) }));
  const states = LeadState.options.map((state) => ({ value: state, label: word(`leadState.${state}`) }));
  const customerTypes = CustomerType.options.map((type) => ({ value: type, label: word(`customerType.${type}`) }));
  return [
    {
      key: 'ownerId',
      label: word('leads.field.owner'),
      kind: 'person',
      options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'departmentId', label: word('leads.field.department'), kind: 'choice', options: departments },
    { key: 'state', label: word('leads.field.state'), kind: 'choice', options: states },
    { key: 'intent', label: word('leads.field.intent'), kind: 'choice', options: levels },
    { key: 'priority', label: word('leads.field.priority'), kind: 'choice', options: levels },
    { key: 'source', label: word('leads.field.source'), kind: 'choice', options: sources },
    { key: 'complete', label: word('leads.filter.complete'), kind: 'flag' },
    { key: 'companyName', label: word('leads.field.companyName'), kind: 'text' },
    { key: 'contactName', label: word('leads.field.contactName'), kind: 'text' },
    { key: 'industry', label: word('leads.field.industry'), kind: 'text' },
    { key: 'region', label: word('leads.field.region'), kind: 'text' },
    { key: 'province', label: word('leads.field.province'), kind: 'text' },
    { key: 'city', label: word('leads.field.city'), kind: 'text' },
    { key: 'customerType', label: word('leads.field.customerType'), kind: 'choice', options: customerTypes },
    { key: 'budgetMinor', label: word('leads.field.budget'), kind: 'money', currency: organization.currency },
    { key: 'campaignId', label: word('leads.field.campaign'), kind: 'choice', options: campaigns },
    { key: 'campaign', label: word('leads.field.campaignText'), kind: 'text' },
    { key: 'referrer', label: word('leads.field.referrer'), kind: 'text' },
    { key: 'referredBy', label: word('leads.field.referredBy'), kind: 'text' },
    { key: 'dueAt', label: word('leads.field.dueAt'), kind: 'day' },
    { key: 'createdAt', label: word('leads.field.createdAt'), kind: 'day' },
    { key: 'lastFollowUpAt', label: word('leads.field.lastFollowUpAt'), kind: 'day' },
    { key: 'expectedPurchaseOn', label: word('leads.field.expectedPurchaseOn'), kind: 'day' },
    { key: 'convertedOn', label: word('leads.field.convertedOn'), kind: 'day' },
  ];
}
