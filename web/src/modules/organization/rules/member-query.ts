import type { MemberQuery } from '@dealtrail/protocol/organization';

/** Which members are looked at: everybody, or by what they are doing. */
export const memberStates = ['active', 'absent', 'invited', 'inactive'] as const;

type State = (typeof memberStates)[number];

/** The chosen state of an address; whoever works here unless it says otherwise. */
export function stateOf(search: Readonly<Record<string, string | undefined>>): State {
  return memberStates.find((state) => state === search['state']) ?? 'active';
}

/** What an address asks of the list of members. */
export function memberQueryOf(search: Readonly<Record<string, string | undefined>>): MemberQuery {
  const { q, department, role } = search;
  return {
    state: stateOf(search),
    ...(q ? { q } : {}),
    ...(department ? { department } : {}),
    ...(role ? { role } : {}),
  };
}
