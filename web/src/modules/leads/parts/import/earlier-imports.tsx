import type { ImportView } from '@dealtrail/protocol/imports';
import { Link } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { formatCount, Moment } from '../../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { useImports } from '../../queries.ts';
import { useLeadWords } from '../words.ts';

function Line({ job }: { readonly job: ImportView }) {
  const word = useLeadWords();
  const { language } = useKit();
  return (
    <li>
      <div className="k-grow">
        <Link to="/leads/import" search={{ id: job.id }}>
          {job.fileName}
        </Link>
        <div className="k-s13 k-t2">
          <Facts>
            <Moment at={job.createdAt} />
            {word('leads.import.short', {
              rows: formatCount(job.rows, language),
              created: formatCount(job.created, language),
              rejected: formatCount(job.rejected, language),
            })}
          </Facts>
        </div>
      </div>
      <StateTag tone={job.state === 'failed' ? 'late' : 'outline'}>{word(`leads.import.state.${job.state}`)}</StateTag>
    </li>
  );
}

/** The own earlier imports, trial runs left out. */
export function EarlierImports() {
  const word = useLeadWords();
  const found = useImports();
  const real = found.data?.items.filter((job) => !job.dryRun);
  return (
    <Card title={word('leads.import.earlier')}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !real ? (
        <Skeleton count={3} />
      ) : real.length === 0 ? (
        <p className="k-t3">{word('leads.import.none')}</p>
      ) : (
        <ul className="lead-imports">
          {real.map((job) => (
            <Line key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Card>
  );
}
