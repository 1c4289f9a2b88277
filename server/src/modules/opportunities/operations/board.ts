import type { Filter } from '@dealtrail/protocol/kernel';
import * as protocol from '@dealtrail/protocol/opportunities';
import { handleRead } from '../../../kernel/http/handle.ts';
import { filterOf, listQuery } from '../../../kernel/lists/index.ts';
import { presentListed, presentProcess } from '../present.ts';
import { standardProcess } from '../rules/default-process.ts';
import { homeFirst, sumsOfStage } from '../rules/sums.ts';
import { opportunityList } from '../store/opportunity-list.ts';
import { currentProcessQuery } from '../store/process-store.ts';
import { signedSums, sumsByStage } from '../store/sum-queries.ts';

/** Cards shown of one column; the sums above it count all. */
const CARDS = 100;

const both = (...filters: (Filter | undefined)[]): string =>
  JSON.stringify({ all: filters.filter((filter) => filter !== undefined) });

const is = (field: string, value: string): Filter => ({ field, op: 'eq', value });

/** Open opportunities by stage with counts and sums over all, and the first cards of each column. */
export const board = handleRead(protocol.board, async (context) => {
  const { actor, read, input, time } = context;
  const home = actor.organization.currency;
  const chosen = input.filter === undefined ? undefined : filterOf(input.filter);
  const open = is('state', 'open');
  const won: Filter[] = [
    { field: 'state', op: 'in', value: ['won', 'won_awaiting_signing'] },
    { field: 'closedAt', op: 'gte', value: `${time.today(actor.organization.zone).slice(0, 7)}-01` },
  ];
  const [[kept], sums, wonSums] = await read.all([
    currentProcessQuery(actor.orgId),
    sumsByStage(context, both(open, chosen)),
    signedSums(context, both(...won, chosen)),
  ]);
  const process = presentProcess(kept?.definition ?? standardProcess);
  const columns = process.stages.filter(
    (stage) => !stage.afterWin && (stage.position > 0 || sums.some((sum) => sum.stageKey === stage.key)),
  );
  const page = async (drill: string) =>
    (await listQuery(context, opportunityList, { filter: drill, limit: CARDS })).items.map((row) =>
      presentListed(row, actor),
    );
  const stageDrill = (key: string, ...more: Filter[]) => both(is('stageKey', key), open, chosen, ...more);
  const wonDrill = both(...won, chosen);
  const [wonCards, ...cards] = await Promise.all([page(wonDrill), ...columns.map(({ key }) => page(stageDrill(key)))]);
  const total = (pick: (sum: (typeof wonSums)[number]) => number) => wonSums.reduce((all, sum) => all + pick(sum), 0);
  return {
    process,
    columns: columns.map(({ key }, i) => {
      const stage = sumsOfStage(key, sums, home);
      return {
        stageKey: key,
        count: stage.count,
        sums: stage.sums.map((sum) => ({ ...sum, drill: stageDrill(key, is('currency', sum.currency)) })),
        drill: stageDrill(key),
        cards: cards[i] ?? [],
      };
    }),
    wonThisMonth: {
      count: total(({ count }) => count),
      signed: homeFirst(wonSums, home)
        .filter(({ signed }) => signed > 0)
        .map(({ currency, signedMinor }) => ({
          currency,
          signedMinor,
          drill: both(...won, is('state', 'won'), is('currency', currency), chosen),
        })),
      awaitingSigning: total(({ count, signed }) => count - signed),
      drill: wonDrill,
      awaitingDrill: both(...won, is('state', 'won_awaiting_signing'), chosen),
      cards: wonCards,
    },
  };
});
