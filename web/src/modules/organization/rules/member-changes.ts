import type { Passed } from '@dealtrail/protocol/kernel';
import type { Member, RoleKey, updateMember } from '@dealtrail/protocol/organization';

/** A member as the edit form holds it. */
export interface MemberTyped {
  readonly name: string;
  readonly departmentId?: string | null;
  readonly roleKeys: readonly RoleKey[];
  readonly leadCapacity?: number | null;
  readonly absentFrom?: string | null;
  readonly absentUntil?: string | null;
  readonly active: boolean;
}

type Change = Omit<Passed<typeof updateMember>['body'], 'version'>;

/** What the form starts with. */
export function typedMember(member: Member): MemberTyped {
  const { name, departmentId, leadCapacity, absentFrom, absentUntil, active } = member;
  // Roles are rows of the organisation; their keys are the shipped ones.
  return { name, departmentId, roleKeys: member.roleKeys as RoleKey[], leadCapacity, absentFrom, absentUntil, active };
}

const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** What was changed against the member as it was shown; nothing else is sent. */
export function memberChanges(typed: MemberTyped, seen: Member): Change {
  const name = typed.name.trim();
  const cleared = (key: 'departmentId' | 'leadCapacity' | 'absentFrom' | 'absentUntil') => {
    const value = typed[key] ?? null;
    return value === seen[key] ? {} : { [key]: value };
  };
  return {
    ...(name === seen.name ? {} : { name }),
    ...cleared('departmentId'),
    ...(sameRoles(typed.roleKeys, seen.roleKeys) ? {} : { roleKeys: [...typed.roleKeys] }),
    ...cleared('leadCapacity'),
    ...cleared('absentFrom'),
    ...cleared('absentUntil'),
    ...(typed.active === seen.active ? {} : { active: typed.active }),
  };
}

/** Whether a member is away on a day; an absence without an end lasts. */
export function isAbsent(
  { absentFrom, absentUntil }: Pick<Member, 'absentFrom' | 'absentUntil'>,
  day: string,
): boolean {
  if (absentFrom === null) return false;
  return absentFrom <= day && (absentUntil === null || day <= absentUntil);
}
