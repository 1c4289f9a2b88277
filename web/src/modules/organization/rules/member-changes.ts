import type { Passed } from '@dealtrail/protocol/kernel';
import type { Locale, Member, updateMember } from '@dealtrail/protocol/organization';

/** A member as the edit form holds it. */
export interface MemberTyped {
  readonly name: string;
  readonly mobile?: string | null;
  readonly staffNumber?: string | null;
  readonly departmentId?: string | null;
  readonly roleKeys: readonly string[];
  readonly leadCapacity?: number | null;
  readonly skills?: readonly string[];
  readonly absentFrom?: string | null;
  readonly absentUntil?: string | null;
  readonly locale?: Locale | 'organization';
  readonly active: boolean;
}

type Change = Omit<Passed<typeof updateMember>['body'], 'version'>;

/** What the form starts with. */
export function typedMember(member: Member): MemberTyped {
  const { name, mobile, staffNumber, departmentId, roleKeys, leadCapacity, skills, absentFrom, absentUntil, active } =
    member;
  return {
    name,
    mobile,
    staffNumber,
    departmentId,
    roleKeys,
    leadCapacity,
    skills,
    absentFrom,
    absentUntil,
    locale: member.locale ?? 'organization',
    active,
  };
}

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** The roles chosen, when they are others than those shown; undefined: no change. */
export function chosenRoles(typed: MemberTyped, seen: Member): readonly string[] | undefined {
  return sameWords(typed.roleKeys, seen.roleKeys) ? undefined : typed.roleKeys;
}

/** What else was changed against the member as it was shown; nothing else is sent. */
export function memberChanges(typed: MemberTyped, seen: Member): Change {
  const name = typed.name.trim();
  const cleared = (key: 'departmentId' | 'leadCapacity' | 'absentFrom' | 'absentUntil' | 'mobile' | 'staffNumber') => {
    const value = typed[key] ?? null;
    const kept = value === '' ? null : value;
    return kept === seen[key] ? {} : { [key]: kept };
  };
  const skills = typed.skills ?? [];
  const locale = typed.locale === undefined || typed.locale === 'organization' ? null : typed.locale;
  return {
    ...(name === seen.name ? {} : { name }),
    ...cleared('mobile'),
    ...cleared('staffNumber'),
    ...cleared('departmentId'),
    ...cleared('leadCapacity'),
    ...cleared('absentFrom'),
    ...cleared('absentUntil'),
    ...(sameWords(skills, seen.skills) ? {} : { skills: [...skills] }),
    ...(locale === seen.locale ? {} : { locale }),
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
