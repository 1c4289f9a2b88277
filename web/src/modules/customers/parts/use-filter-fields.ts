import { DealState } from '@dealtrail/protocol/customers';
import type { FilterField } from '../../../kit/filter/index.ts';
import { useColleagues, useDepartmentOptions } from '../../organization/index.ts';
import { useCustomerWords } from './words.ts';

/** The fields people filter customers by, with their choices. */
export function useFilterFields(): FilterField[] {
  const word = useCustomerWords();
  const people = useColleagues().data?.items ?? [];
  const departments = useDepartmentOptions();
  const text = (key: 'name' | 'industry' | 'province' | 'city' | 'region'): FilterField => ({
    key,
    label: word(`customers.${key}`),
    kind: 'text',
  });
  return [
    {
      key: 'dealState',
      label: word('customers.dealState'),
      kind: 'choice',
      options: DealState.options.map((value) => ({ value, label: word(`dealState.${value}`) })),
    },
    {
      key: 'ownerId',
      label: word('customers.owner'),
      kind: 'person',
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'departmentId', label: word('customers.department'), kind: 'choice', options: departments },
    text('name'),
    text('industry'),
    text('province'),
    text('city'),
    text('region'),
    { key: 'createdAt', label: word('customers.createdAt'), kind: 'day' },
    { key: 'updatedAt', label: word('customers.updatedAt'), kind: 'day' },
  ];
}
