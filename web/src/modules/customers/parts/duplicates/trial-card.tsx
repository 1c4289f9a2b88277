import {
  getMatching,
  getMatchTrial,
  holdMatching,
  listDuplicatePairs,
  type MatchTrial,
  type PairCounts,
} from '@dealtrail/protocol/customers';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useAct, useOperation } from '../../../../kernel/client/index.ts';
import { useSay } from '../../../../kernel/i18n/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { useCustomerWords } from '../words.ts';

/** A running trial is asked about this often. */
const EVERY_MS = 2_000;

const sum = ({ same, likely, possible }: PairCounts): number => same + likely + possible;

type Trial = Answer<typeof getMatchTrial>;

function Counts({ trial }: { readonly trial: MatchTrial }) {
  const word = useCustomerWords();
  return (
    <>
      <b>{word('customers.trial.pairs', { count: sum(trial.found), before: sum(trial.before) })}</b>
      <div className="trial-grades k-t2">
        {(['same', 'likely', 'possible'] as const).map((grade) => (
          <span key={grade}>
            {word('customers.trial.grade', {
              grade: word(`matchGrade.${grade}`),
              count: trial.found[grade],
              before: trial.before[grade],
            })}
          </span>
        ))}
      </div>
    </>
  );
}

function Change({ grade, before }: Pick<Trial['sample'][number], 'grade' | 'before'>) {
  const word = useCustomerWords();
  if (grade === null) return <StateTag>{word('customers.trial.lost')}</StateTag>;
  if (before === null) return <StateTag tone="filled">{word('customers.trial.added')}</StateTag>;
  const words = { grade: word(`matchGrade.${grade}`), before: word(`matchGrade.${before}`) };
  return <StateTag>{grade === before ? words.grade : word('customers.trial.moved', words)}</StateTag>;
}

function Sample({ sample }: { readonly sample: Trial['sample'] }) {
  const word = useCustomerWords();
  const say = useSay();
  const { language } = useKit();
  if (sample.length === 0) return <p className="k-t3">{word('customers.trial.none')}</p>;
  return (
    <>
      <b>{word('customers.trial.sample')}</b>
      <ul className="pairs">
        {sample.map(({ records, grade, before, points, reasons }) => (
          <li key={records.map(({ id }) => id).join()} className="pair">
            <span className="k-row k-wrap">
              <Change grade={grade} before={before} />
              <span className="k-t3 k-s12">{word('customers.pairs.points', { points })}</span>
              <span>{records.map(({ title, number }) => `${title}（${number}）`).join(' — ')}</span>
            </span>
            <span className="k-t2 k-s13">{joined(reasons.map(say), 'clauses', language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How a trial of points goes, what it would pair, and the button that puts it in force. */
export function TrialCard({ id }: { readonly id: string }) {
  const word = useCustomerWords();
  const asked = useOperation(getMatchTrial, { params: { id } }, { every: EVERY_MS });
  const hold = useAct(holdMatching, { invalidates: [getMatching, listDuplicatePairs] });
  const trial = asked.data;
  if (!trial) return <Skeleton shape="rows" count={2} />;
  const { checked, total, state, version } = trial;
  return (
    <Card title={word('customers.trial.title')}>
      <div className="k-stack">
        {state === 'running' ? (
          <p role="status">{word('customers.trial.running', { checked, total })}</p>
        ) : (
          <>
            <Counts trial={trial} />
            <Sample sample={trial.sample} />
            <ProblemNotice error={hold.error} />
            <div className="k-row k-wrap">
              <Button kind="primary" busy={hold.busy} onClick={() => hold.press({ params: { id }, body: { version } })}>
                {word('customers.trial.hold')}
              </Button>
              <span className="k-t2">{word('customers.trial.waits')}</span>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
