import { overview } from '@dealtrail/protocol/jobs';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { ScrollRegion } from '../../../kit/page/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { DeadLetters } from '../parts/dead-letters.tsx';
import { UnsentMails } from '../parts/unsent-mails.tsx';
import { useOperationsWords } from '../parts/words.ts';
import '../parts/operations.css';

const EVERY_MS = 15_000;

type Overview = Answer<typeof overview>;

function Sweeps({ sweeps, factsWaiting }: Pick<Overview, 'sweeps' | 'factsWaiting'>) {
  const word = useOperationsWords();
  return (
    <Card
      flush
      title={word('operations.sweeps')}
      note={<span title={word('operations.facts.hint')}>{`${word('operations.facts')} ${factsWaiting}`}</span>}
    >
      <ScrollRegion label={word('operations.sweeps.table')}>
        <table className="operations-table">
          <thead>
            <tr>
              <th scope="col">{word('operations.sweeps.name')}</th>
              <th scope="col">{word('operations.sweeps.every')}</th>
              <th scope="col">{word('operations.sweeps.ran')}</th>
              <th scope="col">{word('operations.sweeps.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sweeps.map(({ name, everySeconds, ranAt, failing }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="k-nowrap">{word('operations.sweeps.seconds', { count: everySeconds })}</td>
                <td className="k-nowrap">{ranAt ? <Moment at={ranAt} ago /> : word('operations.sweeps.never')}</td>
                <td>
                  {failing ? (
                    <span className="operations-problem">
                      {word('operations.sweeps.failing', { count: failing.times, problem: failing.problem })}
                    </span>
                  ) : (
                    <StateTag tone="outline">{word('operations.sweeps.fine')}</StateTag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

/** The work behind the pages: what failed, what waits, and when each job last went round. */
export function Operations() {
  const word = useOperationsWords();
  const found = useOperation(overview, {}, { every: EVERY_MS });
  return (
    <SettingsFrame here="operations" note={word('operations.note')}>
      {found.data ? (
        <div className="operations">
          <DeadLetters />
          <UnsentMails configured={found.data.mailConfigured} />
          <Sweeps sweeps={found.data.sweeps} factsWaiting={found.data.factsWaiting} />
        </div>
      ) : found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton shape="rows" count={8} />
      )}
    </SettingsFrame>
  );
}
