import type { JoinRequest } from '@dealtrail/protocol/customers';
import type { JoinFacts } from './store/join-store.ts';

/** A request to work on a record; `mayAnswer` where the reader may share that record. */
export function presentJoin(request: JoinFacts, memberId: string, mayAnswer: boolean): JoinRequest {
  const open = request.state === 'open';
  return {
    ...request,
    askedAt: request.askedAt.toISOString(),
    answeredAt: request.answeredAt?.toISOString() ?? null,
    abilities: { answer: open && mayAnswer, withdraw: open && request.memberId === memberId },
  };
}
