import { countBook, getBook, listBooks, type RuleTrial } from '@dealtrail/protocol/rules';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Tabs } from '../../../kit/page/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { JudgeAnew } from '../actions/judge-anew.tsx';
import { BookDesigner } from '../parts/book-designer.tsx';
import { type KnownBook, knownBooks } from '../parts/outcome-words.ts';
import { useRuleWords } from '../parts/words.ts';
import '../parts/rules.css';

/** The rules leads are judged by: what makes a high intent, the ideal customer, what a lead must have. */
export function RuleBooks() {
  const word = useRuleWords();
  const [search, setSearch] = useAddressSearch();
  const books = useOperation(listBooks, {});
  const here = knownBooks.find((key) => key === search['book']) ?? knownBooks[0];
  const shown = knownBooks.filter((key) => books.data?.items.some((book) => book.key === key));
  return (
    <SettingsFrame here="rules" note={word(`rules.note.${here}`)}>
      <Tabs<KnownBook>
        label={word('rules.books')}
        value={here}
        onChange={(book) => setSearch({ book })}
        tabs={(shown.length > 0 ? shown : knownBooks).map((value) => ({ value, word: word(`rules.book.${value}`) }))}
      />
      <OneBook key={here} name={here} />
    </SettingsFrame>
  );
}

function OneBook({ name }: { readonly name: KnownBook }) {
  const found = useOperation(getBook, { query: { book: name } });
  const counts = useOperation(countBook, { query: { book: name } });
  // Leads that stand otherwise than the rules just saved say.
  const [stale, setStale] = useState<RuleTrial>();
  const book = found.data;
  if (found.isError && !book) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!book) return <Skeleton shape="rows" count={6} />;
  const saved = (trial: RuleTrial | undefined) => setStale(trial && trial.changing > 0 ? trial : undefined);
  return (
    <>
      <BookDesigner key={book.version} book={book} counts={counts.data?.items ?? []} onSaved={saved} />
      {stale && <JudgeAnew book={name} trial={stale} onClose={() => setStale(undefined)} />}
    </>
  );
}
