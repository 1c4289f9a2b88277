import type { Scope, SecondStepState } from '@dealtrail/protocol/auth';
import type { SecondStepFor } from '@dealtrail/protocol/organization';

/** Who holds one of these for everything looks after the organisation, its rights or its log: an administrator. */
const administering = ['organization.manage', 'organization.manageRoles', 'audit.read'];

/**
 * Whether the organisation asks a member for a second step, and whether they have set one up. A key is not asked: it
 * was made by somebody signed in, and nobody types a code for it.
 */
export function secondStepOf(
  asked: SecondStepFor,
  member: {
    readonly permissions: ReadonlyMap<string, Scope>;
    readonly hasOne: boolean;
    readonly via: 'session' | 'key';
  },
): SecondStepState {
  const administers = administering.some((permission) => member.permissions.get(permission) === 'all');
  if (asked === 'nobody' || (asked === 'administrators' && !administers)) return 'free';
  return member.hasOne || member.via === 'key' ? 'required' : 'due';
}
