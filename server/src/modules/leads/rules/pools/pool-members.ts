/** Who claims from a pool: departments with what is below, members and roles. */
export interface PoolMembership {
  readonly departmentIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly roleKeys: readonly string[];
}

/** A person as pools know them; `departmentIds` are the own department and those above it. */
export interface PoolPerson {
  readonly memberId: string;
  readonly departmentIds: readonly string[];
  readonly roleKeys: readonly string[];
}

/** Whether a person is a member of the pool; one that names nobody is everybody's. */
export function isPoolMember(pool: PoolMembership, person: PoolPerson): boolean {
  const named = pool.departmentIds.length + pool.memberIds.length + pool.roleKeys.length;
  return (
    named === 0 ||
    pool.memberIds.includes(person.memberId) ||
    person.departmentIds.some((id) => pool.departmentIds.includes(id)) ||
    person.roleKeys.some((key) => pool.roleKeys.includes(key))
  );
}
