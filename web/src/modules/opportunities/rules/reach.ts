import type { Session } from '@dealtrail/protocol/auth';
import type { OpportunityRow } from '@dealtrail/protocol/opportunities';

/**
 * What a member may do with a row of a list, which carries no abilities: their own, whatever the scope; another's only
 * with a wider one, where the server says the last word.
 */
export function mayOnRow(session: Session, row: Pick<OpportunityRow, 'ownerId'>) {
  const reaches = (verb: string): boolean => {
    const scope = session.permissions[`opportunities.${verb}`];
    return scope !== undefined && (scope !== 'own' || row.ownerId === session.member.id);
  };
  return {
    update: reaches('update'),
    advance: reaches('advance'),
    close: reaches('close'),
    followUp: reaches('followUp'),
  };
}
