import type { Opportunity } from '@dealtrail/protocol/opportunities';

/** What is typed into the closing of an opportunity. */
export interface Closing {
  readonly outcome?: 'won' | 'lost' | 'invalid';
  readonly signedOn?: string | null;
  readonly contractNo?: string | null;
  readonly amountMinor?: number | null;
}

export type SigningPart = 'signedOn' | 'contractNo' | 'amountMinor';

/** What a win still lacks of its signing; as long as anything does, it is 赢单（待签约) and counts nowhere. */
export function signingLacks({ signedOn, contractNo, amountMinor }: Closing): readonly SigningPart[] {
  const lacks: SigningPart[] = [];
  if (!signedOn) lacks.push('signedOn');
  if (!contractNo?.trim()) lacks.push('contractNo');
  if (!amountMinor || amountMinor <= 0) lacks.push('amountMinor');
  return lacks;
}

/** Whether 无效 needs the sales manager: the opportunity has left the stage it opened at, and this member may not confirm. */
export function needsConfirmation(
  opportunity: Pick<Opportunity, 'process' | 'stageKey' | 'stays' | 'abilities'>,
): boolean {
  const { process, stageKey, stays, abilities } = opportunity;
  const place = (key: string | undefined) => process.stages.find((stage) => stage.key === key)?.position ?? 0;
  return place(stageKey) > place(stays[0]?.stageKey) && !abilities.confirmInvalid;
}

/** Words that say nobody competed; the server keeps what was typed. */
const NOBODY = new Set(['none', '无', '没有', '没有竞争对手']);

/** Whether a competitor's name means that there was none. */
export const isNobody = (competitor: string | null): boolean => NOBODY.has((competitor ?? '').trim().toLowerCase());
