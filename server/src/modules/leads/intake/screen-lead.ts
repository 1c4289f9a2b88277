import type { Why } from '@dealtrail/protocol/kernel';
import type { Level } from '@dealtrail/protocol/leads';
import { endClocks, moveClocks, startClocksOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { cancelOpenTasks, handOverTasks } from '../../activities/index.ts';
import { LEAD_ANSWERED, LEAD_TAKEN_AWAY } from '../clocks.ts';
import { tellToScreen, tellToScreenMany } from '../events.ts';
import { chooseScreener, isScreened, noScreening } from '../rules/giving/screening.ts';
import { why } from '../rules/why.ts';
import type { Given, LaidInPool } from './distribution.ts';
import { type ScreenerRow, screenersQuery, screeningQuery } from '../store/giving/screening-store.ts';
import { type LeadRow, saveOwners } from '../store/lead-store.ts';
import { insertMoves } from '../store/pools/move-store.ts';

/** A lead that marketing looks at before sales gets it; its screener holds it. */
export interface ToScreen {
  readonly how: 'screening';
  readonly ownerId: string;
  readonly ownerName: string;
  readonly departmentId: string | null;
  readonly why: Why[];
}

/** Gives new leads to screeners one after the other, so that none gets all of them. */
export class ScreeningDesk {
  readonly #asks: (sourceKey: string | null) => boolean;
  readonly #waiting: Map<string, ScreenerRow>;

  private constructor(asks: (sourceKey: string | null) => boolean, screeners: readonly ScreenerRow[]) {
    this.#asks = asks;
    this.#waiting = new Map(screeners.map((screener) => [screener.id, screener]));
  }

  /** Reads what the organisation asks to be screened, and who screens. */
  static async open(tx: Tx, today: string): Promise<ScreeningDesk> {
    const screening = (await tx.maybe(screeningQuery(tx.orgId))) ?? noScreening;
    const screeners =
      screening.screenerIds.length > 0 ? await tx.many(screenersQuery(tx.orgId, screening.screenerIds, today)) : [];
    return new ScreeningDesk((sourceKey) => isScreened(screening, sourceKey), screeners);
  }

  /** Who screens a new lead of this source; undefined where it goes to sales at once. */
  take(sourceKey: string | null): ToScreen | undefined {
    if (!this.#asks(sourceKey)) return undefined;
    return this.next();
  }

  /** Who screens next, whatever the source; undefined without anybody who does. */
  next(): ToScreen | undefined {
    const screener = chooseScreener([...this.#waiting.values()]);
    if (!screener) return undefined;
    const { id, name, departmentId, waiting } = screener;
    this.#waiting.set(id, { ...screener, waiting: waiting + 1 });
    return {
      how: 'screening',
      ownerId: id,
      ownerName: name,
      departmentId,
      why: [why('leads.why.assign.to_screen', { person: name })],
    };
  }

  /** This screener, where they still screen; else whoever is next. */
  nextAfter(screenerId: string): ToScreen | undefined {
    const known = this.#waiting.get(screenerId);
    if (!known) return this.next();
    const { id, name, departmentId } = known;
    return { how: 'screening', ownerId: id, ownerName: name, departmentId, why: [] };
  }
}

interface LeadToScreen {
  readonly id: string;
  readonly ownerId: string;
  readonly priority: Level;
  readonly complete: boolean;
}

/** Starts the time limits of leads a screener has just got; new ones have no clock open before. */
async function startScreening(
  tx: Tx,
  leads: readonly LeadToScreen[],
  clocksBefore: { readonly noneOpen: boolean } = { noneOpen: false },
): Promise<void> {
  await startClocksOn(
    tx,
    leads.flatMap(({ id: recordId, ownerId, priority, complete }) => [
      { policyKey: 'screening', recordId, ownerId },
      ...(complete ? [] : [{ policyKey: 'complete_lead', recordId, ownerId }]),
      ...(priority === 'high' ? [{ policyKey: 'assign_high', recordId, ownerId }] : []),
    ]),
    clocksBefore,
  );
}

/** Starts and tells those of new leads that go to be screened. */
export async function startScreened(
  tx: Tx,
  leads: readonly {
    readonly row: { readonly id: string; readonly priority: Level; readonly complete: boolean };
    readonly given: Given | LaidInPool | ToScreen;
  }[],
  imported: boolean,
): Promise<void> {
  const screened = leads.flatMap(({ row, given }) =>
    given.how === 'screening' ? [{ ...row, ownerId: given.ownerId, given }] : [],
  );
  if (screened.length === 0) return;
  await startScreening(tx, screened, { noneOpen: true });
  for (const { id, given } of screened) tellToScreen(tx, id, given, imported);
  if (imported) tellToScreenMany(tx, screened);
}

/** Gives locked leads that sales returned, or that were passed on in error, back to be screened. */
export async function backToScreener(
  tx: Tx,
  leads: readonly LeadRow[],
  screener: ToScreen,
  said: { readonly how: 'refused' | 'undone'; readonly reason: string | null; readonly why: readonly Why[] },
): Promise<LeadRow[]> {
  const ids = leads.map(({ id }) => id);
  await stopClocks(tx, { recordId: ids, event: LEAD_ANSWERED, at: tx.time.now() });
  await endClocks(tx, ids, ['first_touch'], LEAD_TAKEN_AWAY);
  await cancelOpenTasks(tx, ids, ['first_touch']);
  const { ownerId, departmentId, why: chosen } = screener;
  const assignedWhy = [...said.why, ...chosen];
  const patch = { state: 'screening' as const, ownerId, departmentId, assignedAt: null, assignedWhy };
  const saved = await saveOwners(
    tx,
    leads.map((lead) => ({ lead, patch: { ...patch, screenerId: ownerId, acceptedAt: null, firstTouchAt: null } })),
  );
  await handOverTasks(tx, ids, ownerId);
  await moveClocks(tx, ids, ownerId);
  await insertMoves(
    tx,
    leads.map(({ id, ownerId: fromOwnerId }) => ({
      leadId: id,
      how: said.how,
      fromOwnerId,
      fromPoolId: null,
      toOwnerId: ownerId,
      toPoolId: null,
      byId: tx.origin.actorId,
      reason: said.reason,
      ruleId: null,
    })),
  );
  await startScreening(
    tx,
    // What it lacks was known before: that clock came along.
    saved.map(({ id, priority }) => ({ id, ownerId, priority, complete: true })),
  );
  for (const { id } of saved) tellToScreen(tx, id, { ...screener, why: assignedWhy }, said.how === 'undone');
  return saved;
}
