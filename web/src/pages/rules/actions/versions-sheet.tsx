import {
  type Book,
  type BookVersion,
  getBook,
  listBooks,
  listVersions,
  restoreVersion,
} from '@dealtrail/protocol/rules';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { ChangeWords } from '../parts/change-words.tsx';
import { useRuleWords } from '../parts/words.ts';

interface VersionsSheetProps {
  readonly book: Book;
  readonly onClose: () => void;
  readonly onRestored: (book: Book) => void;
}

function Version({
  book,
  version,
  onRestore,
  busy,
}: {
  readonly book: Book;
  readonly version: BookVersion;
  readonly onRestore: (() => void) | undefined;
  readonly busy: boolean;
}) {
  const word = useRuleWords();
  return (
    <li className="rule-version">
      <span className="k-row k-wrap">
        <b>{word('rules.version', { version: version.version })}</b>
        {onRestore ? (
          <Button small busy={busy} label={word('rules.restoreOf', { version: version.version })} onClick={onRestore}>
            {word('rules.restore')}
          </Button>
        ) : (
          version.version === book.version && <StateTag tone="accent">{word('rules.holds')}</StateTag>
        )}
      </span>
      <span className="k-s12 k-t3">
        <Facts>
          {version.savedByName}
          {version.savedAt && <Moment at={version.savedAt} />}
          {word('rules.count', { count: version.rules })}
        </Facts>
      </span>
      {version.note && <p>{version.note}</p>}
      <ul className="k-s13">
        {version.changes.map((change, at) => (
          <ChangeWords key={at} book={book} change={change} />
        ))}
      </ul>
    </li>
  );
}

/** Every version of a book, newest first: who changed which rule and how; any of them can hold again. */
export function VersionsSheet({ book, onClose, onRestored }: VersionsSheetProps) {
  const word = useRuleWords();
  const found = useOperation(listVersions, { query: { book: book.key } });
  const act = useAct(restoreVersion, { invalidates: [getBook, listBooks, listVersions], onDone: onRestored });
  const versions = found.data?.items;
  const restore = (version: number) => act.press({ body: { book: book.key, version, baseVersion: book.version } });
  const may = (version: number) => book.abilities.save && version !== book.version;
  return (
    <Sheet open title={word('rules.versions')} onClose={onClose}>
      <ProblemNotice error={act.error} />
      {found.isError && !versions ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : versions ? (
        <ol className="rule-versions">
          {versions.map((version) => (
            <Version
              key={version.version}
              book={book}
              version={version}
              busy={act.busy}
              onRestore={may(version.version) ? () => restore(version.version) : undefined}
            />
          ))}
          <li className="rule-version">
            <span className="k-row k-wrap">
              <b>{word('rules.shipped')}</b>
              {may(0) ? (
                <Button small busy={act.busy} label={word('rules.restore.shipped')} onClick={() => restore(0)}>
                  {word('rules.restore')}
                </Button>
              ) : (
                book.version === 0 && <StateTag tone="accent">{word('rules.holds')}</StateTag>
              )}
            </span>
            <span className="k-s12 k-t3">{word('rules.shipped.note')}</span>
          </li>
        </ol>
      ) : (
        <Skeleton count={6} />
      )}
    </Sheet>
  );
}
