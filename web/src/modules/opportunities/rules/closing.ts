import type { Opportunity } from '@dealtrail/protocol/opportunities';

/** What is typed into the closing of an opportunity. */
export interface ClosingTyped {
  readonly outcome?: 'won' | 'lost' | 'invalid' | undefined;
  readonly signedOn?: string | null;
  readonly contractNo?: string;
  readonly amountMinor?: number | null;
  readonly reason?: string;
  readonly competitor?: string;
  readonly invalidReason?: string;
  readonly note?: string;
}

export type SigningPart = 'signedOn' | 'contractNo' | 'amountMinor';

/** What a win still lacks of its signing; as long as anything does, it is 赢单（待签约) and counts nowhere. */
export function signingLacks({ signedOn, contractNo, amountMinor }: ClosingTyped): readonly SigningPart[] {
  const lacks: SigningPart[] = [];
  if (!signedOn) lacks.push('signedOn');
  if (!contractNo?.trim()) lacks.push('contractNo');
  if (!amountMinor || amountMinor <= 0) lacks.push('amountMinor');
  return lacks;
}

/** The closing as the server takes it: only what belongs to the chosen outcome. */
export function closingBody(typed: ClosingTyped) {
  const { outcome = 'won', signedOn, contractNo, amountMinor, reason, competitor, invalidReason, note } = typed;
  const remark = note?.trim() ? { note: note.trim() } : {};
  if (outcome === 'lost') return { outcome, reason: reason ?? '', competitor: competitor ?? '', ...remark };
  if (outcome === 'invalid') return { outcome, reason: invalidReason ?? '', ...remark };
  return {
    outcome,
    ...(signedOn ? { signedOn } : {}),
    ...(contractNo?.trim() ? { contractNo: contractNo.trim() } : {}),
    ...(amountMinor ? { amountMinor } : {}),
    ...remark,
  };
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

/** The two reasons for 无效, as the server keeps them. */
export const invalidReasons = ['wrong_information', 'customer_cancelled'] as const;
