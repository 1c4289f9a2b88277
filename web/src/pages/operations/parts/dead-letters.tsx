import { type DeadLetter, listDeadLetters, runDeadLetter } from '@dealtrail/protocol/jobs';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Tabs } from '../../../kit/page/index.ts';
import { AsideDialog } from '../actions/aside-dialog.tsx';
import { useOperationsWords } from './words.ts';

const states = ['open', 'done', 'set_aside'] as const;
type State = (typeof states)[number];

function Letter({ letter, onAside }: { readonly letter: DeadLetter; readonly onAside: () => void }) {
  const word = useOperationsWords();
  const [failedAgain, setFailedAgain] = useState(false);
  const run = useAct(runDeadLetter, {
    invalidates: ['operations.*'],
    onDone: ({ state }) => setFailedAgain(state === 'open'),
  });
  const { id, reaction, eventType, page, recordNumber, recordTitle, tries, failedAt, problem, reason, settledBy } =
    letter;
  return (
    <li>
      <div className="k-grow">
        <b>{reaction}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {eventType && <span>{word('operations.letter.after', { event: eventType })}</span>}
            {page && recordTitle && (
              <Link to={page}>
                {recordNumber} {recordTitle}
              </Link>
            )}
            <span>{word('operations.letter.tries', { count: tries })}</span>
            <Moment at={failedAt} />
            {settledBy && <span>{word('operations.letter.settled', { name: settledBy })}</span>}
          </Facts>
        </div>
        <p className="operations-problem">{problem}</p>
        {reason && <p className="k-s13">{reason}</p>}
        {failedAgain && (
          <p role="alert" className="k-s13">
            {word('operations.letter.failedAgain')}
          </p>
        )}
        <ProblemNotice error={run.error} />
      </div>
      {letter.state === 'open' && (
        <>
          <Button
            small
            busy={run.busy}
            label={word('operations.letter.runOf', { name: reaction })}
            onClick={() => run.press({ params: { id } })}
          >
            {word('operations.letter.run')}
          </Button>
          <Button small kind="quiet" label={word('operations.letter.asideOf', { name: reaction })} onClick={onAside}>
            {word('operations.letter.aside')}
          </Button>
        </>
      )}
    </li>
  );
}

/** What should have followed and failed every try: run again, or set aside with a reason. */
export function DeadLetters() {
  const word = useOperationsWords();
  const [state, setState] = useState<State>('open');
  const [aside, setAside] = useState<DeadLetter>();
  const found = useOperation(listDeadLetters, { query: { state } }, { keep: true });
  const items = found.data?.items;
  return (
    <Card flush title={word('operations.letters')}>
      <div className="operations-tabs">
        <Tabs
          label={word('operations.letters.which')}
          value={state}
          onChange={setState}
          tabs={states.map((value) => ({ value, word: word(`operations.letters.${value}`) }))}
        />
      </div>
      {found.isError && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
      {items?.length === 0 && (
        <div className="operations-none">
          <p>{word(state === 'open' ? 'operations.letters.none.open' : 'operations.letters.none')}</p>
          {state === 'open' && <p className="k-s13 k-t3">{word('operations.letters.none.hint')}</p>}
        </div>
      )}
      <ul className="operations-list">
        {items?.map((letter) => (
          <Letter key={letter.id} letter={letter} onAside={() => setAside(letter)} />
        ))}
      </ul>
      {aside && <AsideDialog letter={aside} onClose={() => setAside(undefined)} />}
    </Card>
  );
}
