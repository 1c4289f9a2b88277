import type { ReactNode } from 'react';
import { useAddressSearch } from '../../../../kernel/routing/index.ts';
import { FilterBar, writeFilter } from '../../../../kit/filter/index.ts';
import { closesIn } from '../../rules/board-filter.ts';
import { LookChip } from './look-chip.tsx';
import { useFilterFields } from './use-filter-fields.ts';
import type { Look } from './use-look.ts';
import { useOpportunityWords } from '../words.ts';
import './look-bar.css';

interface LookBarProps {
  readonly look: Look;
  /** Right of the chips. */
  readonly children?: ReactNode;
}

/** What is looked at on the board, as chips: whose, closing when, and further conditions. */
export function LookBar({ look, children }: LookBarProps) {
  const word = useOpportunityWords();
  const [, setSearch] = useAddressSearch();
  return (
    <div className="look-bar">
      <LookChip
        label={word('opportunities.view')}
        value={look.whose}
        choices={look.offered.map((value) => ({
          value,
          word: word(`opportunities.view.${value}.open`),
        }))}
        onChange={(whose) => setSearch({ whose })}
      />
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
