import { DealState } from '@dealtrail/protocol/customers';
import { OpportunityState } from '@dealtrail/protocol/opportunities';
import { listColleagues } from '@dealtrail/protocol/organization';
import { useOperation } from '../../../../kernel/client/index.ts';
import { useWords } from '../../../../kernel/i18n/index.ts';
import { useSession } from '../../../../kernel/session/index.ts';
import type { FilterField } from '../../../../kit/filter/index.ts';
import { useDepartmentOptions } from '../../../organization/index.ts';
import { useProcess } from '../../queries.ts';
import { useBilingual, useOpportunityWords } from '../words.ts';

/** The fields opportunities can be narrowed by beside view, state and expected close. */
export function useFilterFields(): FilterField[] {
  const word = useOpportunityWords();
  const say = useBilingual();
  const { organization } = useSession();
  const people = useOperation(listColleagues, {}).data?.items ?? [];
  const departments = useDepartmentOptions();
  const said = useWords();
  const stages = useProcess().data?.stages ?? [];
  const field = (key: string, kind: FilterField['kind'], label: string): FilterField => ({ key, kind, label });
  return [
    field('name', 'text', word('opportunities.field.name')),
    {
      ...field('stageKey', 'choice', word('opportunities.field.stage')),
      options: stages.map((stage) => ({ value: stage.key, label: say(stage.name) })),
    },
    {
      ...field('ownerId', 'person', word('opportunities.field.owner')),
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...field('amountMinor', 'money', word('opportunities.field.amountMinor')),
      currency: organization.currency,
    },
    {
      ...field('state', 'choice', word('opportunities.field.state')),
      options: OpportunityState.options.map((value) => ({ value, label: word(`opportunityState.${value}`) })),
    },
    {
      ...field('weightedMinor', 'money', word('opportunities.field.weighted')),
      currency: organization.currency,
    },
    {
      ...field('departmentId', 'choice', word('opportunities.field.department')),
      options: departments,
    },
    field('probability', 'number', word('opportunities.field.probability')),
    field('expectedCloseOn', 'day', word('opportunities.field.expectedCloseOn')),
    field('lastMovementAt', 'day', word('opportunities.field.moved')),
    field('dueAt', 'day', word('opportunities.field.dueAt')),
    field('stageEnteredAt', 'day', word('opportunities.field.stageEnteredAt')),
    field('closedAt', 'day', word('opportunities.field.closedAt')),
    field('signedOn', 'day', word('opportunities.field.signedOn')),
    field('closeReason', 'text', word('opportunities.field.closeReason')),
    field('competitor', 'text', word('opportunities.field.competitor')),
    field('source', 'text', word('opportunities.field.source')),
    field('customer.name', 'text', word('opportunities.field.customerName')),
    field('customer.industry', 'text', word('opportunities.field.customerIndustry')),
    field('customer.region', 'text', word('opportunities.field.customerRegion')),
    field('customer.province', 'text', word('opportunities.field.customerProvince')),
    field('customer.city', 'text', word('opportunities.field.customerCity')),
    {
      ...field('customer.dealState', 'choice', word('opportunities.field.customerDealState')),
      options: DealState.options.map((value) => ({ value, label: said(`dealState.${value}`) })),
    },
    field('createdAt', 'day', word('opportunities.field.createdAt')),
    field('industry', 'text', word('opportunities.field.industry')),
    field('region', 'text', word('opportunities.field.region')),
  ];
}
