import { useMemo } from 'react';
import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { useSession } from '../../../../kernel/session/index.ts';
import { readFilter, writeFilter } from '../../../../kit/filter/index.ts';
import { dayOf } from '../../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../../kit/provider/index.ts';
import {
  chosen,
  closesIn,
  type ClosesIn,
  filterOfLook,
  usualView,
  viewsFor,
  type Whose,
  widerThan,
} from '../../rules/board-filter.ts';

/** What a person looks at, kept in the address so that it can be shared and found again. */
export interface Look {
  readonly whose: Whose;
  readonly offered: readonly Whose[];
  /** The next wider view, where there is one. */
  readonly wider: Whose | undefined;
  readonly closes: ClosesIn;
  readonly more: ReturnType<typeof readFilter>;
  readonly q: string;
  /** Whether any condition is set beside the view. */
  readonly narrowed: boolean;
  /** The filter of the board as JSON text: open ones are a matter of course there. */
  readonly boardFilter: string | undefined;
}

/** Reads the look from the address; what a member has no use for reads as the usual. */
export function useLook(): Look {
  const [search] = useAddressSearch();
  const { member, permissions } = useSession();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const offered = viewsFor(permissions['opportunities.read'], member.departmentId);
  const whose = chosen(search['whose'], offered, usualView(permissions['opportunities.advance'], offered));
  const closes = chosen(search['closes'], closesIn, 'any');
  const more = useMemo(() => readFilter(search['filter']), [search]);
  const around = { departmentId: member.departmentId, reach: permissions['opportunities.read'], today };
  const text = (filter: ReturnType<typeof filterOfLook>) => (filter ? writeFilter(filter) : undefined);
  const q = search['q'] ?? '';
  return {
    whose,
    offered,
    wider: widerThan(whose, offered),
    closes,
    more,
    q,
    narrowed: closes !== 'any' || more !== undefined || q !== '',
    boardFilter: text(filterOfLook({ whose, closes, more }, around)),
  };
}
