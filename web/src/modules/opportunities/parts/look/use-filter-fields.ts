import { listColleagues } from '@dealtrail/protocol/organization';
import { useOperation } from '../../../../kernel/client/index.ts';
import { useSession } from '../../../../kernel/session/index.ts';
import type { FilterField } from '../../../../kit/filter/index.ts';
import { useProcess } from '../../queries.ts';
import { useBilingual, useOpportunityWords } from '../words.ts';

/** The fields opportunities can be narrowed by beside view, state and expected close. */
export function useFilterFields(): FilterField[] {
  const word = useOpportunityWords();
  const say = useBilingual();
  const { organization } = useSession();
  const people = useOperation(listColleagues, {}).data?.items ?? [];
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
    field('probability', 'number', word('opportunities.field.probability')),
    field('expectedCloseOn', 'day', word('opportunities.field.expectedCloseOn')),
    field('lastMovementAt', 'day', word('opportunities.field.moved')),
    field('createdAt', 'day', word('opportunities.field.createdAt')),
    field('industry', 'text', word('opportunities.field.industry')),
    field('region', 'text', word('opportunities.field.region')),
  ];
}
