import type { ReactNode } from 'react';
import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { FilterBar, writeFilter } from '../../../../kit/filter/index.ts';
import { closesIn, standings } from '../../rules/board-filter.ts';
import { LookChip } from './look-chip.tsx';
import { useFilterFields } from './use-filter-fields.ts';
import type { Look } from './use-look.ts';
import { useOpportunityWords } from '../words.ts';
import './look-bar.css';

interface LookBarProps {
  readonly look: Look;
  /** The list asks where they stand; the board shows running ones only. */
  readonly withStanding: boolean;
  /** Right of the chips. */
  readonly children?: ReactNode;
}

/** What is looked at, as chips: whose, where they stand, closing when, and further conditions. */
export function LookBar({ look, withStanding, children }: LookBarProps) {
  const word = useOpportunityWords();
  const [, setSearch] = useAddressSearch();
  return (
    <div className="look-bar">
      <LookChip
        label={word('opportunities.view')}
        value={look.whose}
        choices={look.offered.map((value) => ({
          value,
          word: word(withStanding ? `opportunities.view.${value}` : `opportunities.view.${value}.open`),
        }))}
        onChange={(whose) => setSearch({ whose })}
      />
      {withStanding && (
        <LookChip
          label={word('opportunities.standing')}
          value={look.standing}
          choices={standings.map((value) => ({
            value,
            word: value === 'any' ? word('opportunities.standing.any') : word(`opportunityState.${value}`),
          }))}
          onChange={(standing) => setSearch({ standing })}
        />
      )}
      <LookChip
        label={word('opportunities.closes')}
        value={look.closes}
        choices={closesIn.map((value) => ({ value, word: word(`opportunities.closes.${value}`) }))}
        onChange={(closes) => setSearch({ closes })}
      />
      <FilterBar
        fields={useFilterFields()}
        value={look.more}
        onChange={(next) => setSearch({ filter: next ? writeFilter(next) : '' })}
      >
        {children}
      </FilterBar>
    </div>
  );
}
