import { listClockPolicies } from '@dealtrail/protocol/clocks';
import { useOperation } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import type { FilterField } from '../../../kit/filter/index.ts';
import { useColleagues, useDepartmentOptions } from '../../../modules/organization/index.ts';
import { useBoardWords } from './words.ts';

/** Limits change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

const kinds = ['lead', 'customer', 'opportunity'] as const;

/** The fields the board can be narrowed by beside its views. */
export function useFilterFields(): FilterField[] {
  const word = useBoardWords();
  const policies = useOperation(listClockPolicies, {}, { freshFor: FRESH_MS }).data?.items ?? [];
  const people = useColleagues().data?.items ?? [];
  const departments = useDepartmentOptions();
  const late = useReasons('late');
  const pause = useReasons('pause');
  const chips = ({ choices }: typeof late) => choices.map((choice) => ({ value: choice.value, label: choice.word }));
  return [
    {
      key: 'policyKey',
      kind: 'choice',
      label: word('clockBoard.field.policy'),
      options: policies.map(({ key }) => ({ value: key, label: word(`clocks.${key}.name`) })),
    },
    {
      key: 'ownerId',
      kind: 'person',
      label: word('clockBoard.field.owner'),
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'departmentId', kind: 'choice', label: word('clockBoard.field.department'), options: departments },
    {
      key: 'recordKind',
      kind: 'choice',
      label: word('clockBoard.field.recordKind'),
      options: kinds.map((kind) => ({ value: kind, label: word(`kind.${kind}`) })),
    },
    { key: 'dueAt', kind: 'day', label: word('clockBoard.field.dueAt') },
    {
      key: 'state',
      kind: 'choice',
      label: word('clockBoard.field.state'),
      options: (['running', 'paused'] as const).map((state) => ({ value: state, label: word(`clockState.${state}`) })),
    },
    { key: 'lateReason', kind: 'choice', label: word('clockBoard.field.lateReason'), options: chips(late) },
    { key: 'pauseReason', kind: 'choice', label: word('clockBoard.field.pauseReason'), options: chips(pause) },
    { key: 'escalatedTo', kind: 'text', label: word('clockBoard.field.escalatedTo') },
    { key: 'firstDueAt', kind: 'day', label: word('clockBoard.field.firstDueAt') },
    { key: 'askedAt', kind: 'day', label: word('clockBoard.field.askedAt') },
    { key: 'pausedUntil', kind: 'day', label: word('clockBoard.field.pausedUntil') },
    { key: 'startedAt', kind: 'day', label: word('clockBoard.field.startedAt') },
  ];
}
