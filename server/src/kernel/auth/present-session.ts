import type { Actor } from '../access/index.ts';
import type { Time } from '../time/time.ts';

/** How the signed-in member sees themselves. */
export function presentSession(actor: Actor, time: Time) {
  return {
    member: {
      id: actor.memberId,
      name: actor.name,
      email: actor.email,
      departmentId: actor.departmentId,
      departmentName: actor.departmentName,
      roles: [...actor.roles],
    },
    organization: { id: actor.orgId, ...actor.organization },
    permissions: Object.fromEntries(actor.permissions),
    supervises: actor.supervises,
    seated: actor.seated,
    secondStep: actor.secondStep,
    now: time.now().toISOString(),
  };
}
