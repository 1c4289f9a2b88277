import type { AutomationKind } from '@dealtrail/protocol/automation';
import type { FilterField } from '../../../kit/filter/index.ts';
import { useCustomerFilterFields } from '../../customers/index.ts';
import { useLeadFilterFields } from '../../leads/index.ts';
import { useOpportunityFilterFields } from '../../opportunities/index.ts';
import { useAutomationWords } from './words.ts';

/** An automation is nobody: what is asked of people knows no "me". */
const withoutMe = (field: FilterField): FilterField => (field.kind === 'person' ? { ...field, kind: 'choice' } : field);

/** What the conditions of an automation may ask of a record of that kind. */
export function useConditionFields(kind: AutomationKind): readonly FilterField[] {
  const word = useAutomationWords();
  const leads = useLeadFilterFields();
  const opportunities = useOpportunityFilterFields();
  const customers = useCustomerFilterFields();
  const ofLeads: readonly FilterField[] = [
    ...leads,
    { key: 'assignedAt', label: word('automation.field.assignedAt'), kind: 'day' },
    { key: 'firstTouchAt', label: word('automation.field.firstTouchAt'), kind: 'day' },
    { key: 'attempts', label: word('automation.field.attempts'), kind: 'number' },
    { key: 'claimedFrom', label: word('automation.field.claimedFrom'), kind: 'choice', options: [] },
  ];
  return { lead: ofLeads, opportunity: opportunities, customer: customers }[kind].map(withoutMe);
}
