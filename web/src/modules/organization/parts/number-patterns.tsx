import { type NumberPattern, saveNumberPattern } from '@dealtrail/protocol/organization';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemState, useProblemWords } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useNumberPatterns } from '../settings-queries.ts';
import { useSettingsWords } from './words.ts';

/** How a kind of object is called; one that a later chapter brings keeps its key until it has a word. */
function useKindName(): (kind: string) => string {
  const word = useWords();
  return (kind) => {
    const said = word(`numbers.kind.${kind}`);
    return said === `numbers.kind.${kind}` ? kind : said;
  };
}

function PatternForm({ row, kind, onDone }: { row: NumberPattern; kind: string; onDone: () => void }) {
  const word = useSettingsWords();
  const act = useAct(saveNumberPattern, { invalidates: ['organization.*'] });
  const problem = useProblemWords(act.error);
  const save = async (pattern: string) => {
    await act.run({ body: { kind: row.kind, version: row.version, pattern } });
    onDone();
  };
  return (
    <FormFrame<{ pattern: string }>
      label={word('numbers.edit', { kind })}
      initial={{ pattern: row.pattern }}
      problem={problem}
      submitWord={word('numbers.save')}
      onCancel={onDone}
      onSubmit={({ pattern }) => save(pattern.trim())}
    >
      <Field name="pattern" label={word('numbers.pattern', { kind })} required>
        <Input maxLength={60} autoFocus autoComplete="off" />
      </Field>
      {row.pattern !== row.shipped && (
        <Button kind="link" small onClick={() => void save(row.shipped).catch(() => undefined)}>
          {word('numbers.shipped')}
        </Button>
      )}
    </FormFrame>
  );
}

function PatternLine({ row }: { readonly row: NumberPattern }) {
  const word = useSettingsWords();
  const kindName = useKindName();
  const [editing, setEditing] = useState(false);
  const kind = kindName(row.kind);
  if (editing)
    return (
      <li>
        <div className="k-grow">
          <PatternForm row={row} kind={kind} onDone={() => setEditing(false)} />
        </div>
      </li>
    );
  return (
    <li>
      <div className="k-grow">
        <b>{kind}</b> <code className="k-t2">{row.pattern}</code>
        <div className="k-s13 k-t3">{word('numbers.next', { next: row.next })}</div>
      </div>
      <IconButton icon="edit" label={word('numbers.edit', { kind })} onClick={() => setEditing(true)} />
    </li>
  );
}

/** How each kind of object is numbered, with the number that comes next. */
export function NumberPatterns() {
  const word = useSettingsWords();
  const found = useNumberPatterns();
  const note = word('numbers.note', {
    day: '{yyyyMMdd}',
    month: '{yyyyMM}',
    year: '{yyyy}',
    counter: '{nnn}',
  });
  return (
    <Card title={word('numbers.title')}>
      <p className="k-t2 settings-note">{note}</p>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton count={4} />
      ) : (
        <ul className="settings-list">
          {found.data.items.map((row) => (
            <PatternLine key={row.kind} row={row} />
          ))}
        </ul>
      )}
    </Card>
  );
}
