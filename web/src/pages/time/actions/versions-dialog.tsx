import { type ClockPolicyView, listClockPolicyVersions, type PolicyTerms } from '@dealtrail/protocol/clocks';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useHearers } from '../parts/use-hearers.ts';
import { usePolicyTitle, useTermsWords, useTimeWords } from '../parts/words.ts';

/** Each thing terms say, as a sentence; two wordings differ where their sentences do. */
function useSentences(): (terms: PolicyTerms) => readonly string[] {
  const word = useTimeWords();
  const { limitOf, escalationOf, postponeOf } = useTermsWords();
  const { nameOf } = useHearers();
  return (terms) => [
    word(terms.active ? 'time.policy.on' : 'time.policy.off'),
    limitOf(terms),
    word('time.policy.warned', { percent: terms.warnAtPercent }),
    terms.escalations.length > 0
      ? terms.escalations.map((step) => escalationOf(step, nameOf)).join(' → ')
      : word('time.policy.escalations.none'),
    postponeOf(terms),
    terms.maxPauseDays === null ? '' : word('time.policy.pauses', { days: terms.maxPauseDays }),
  ];
}

interface VersionsProps {
  readonly policy: ClockPolicyView;
  /** Takes an earlier wording up again, to be looked at before it is saved. */
  readonly onTake: (terms: PolicyTerms) => void;
  readonly onClose: () => void;
}

/** How a time limit was changed, by whom and when: each change with what was before it. */
export function VersionsDialog({ policy, onTake, onClose }: VersionsProps) {
  const word = useTimeWords();
  const title = usePolicyTitle()(policy);
  const sentences = useSentences();
  const found = useOperation(listClockPolicyVersions, { query: { key: policy.key } });
  const items = found.data?.items;
  const termsAt = (at: number): PolicyTerms => items?.[at]?.terms ?? policy.shipped;
  return (
    <Dialog open title={word('time.policy.versions.title', { title })} onClose={onClose}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : items ? (
        <ol className="time-versions">
          {items.map(({ id, at, by, terms, reachedOpen }, place) => {
            const before = sentences(termsAt(place + 1));
            const after = sentences(terms ?? policy.shipped);
            return (
              <li key={id}>
                <div className="k-row">
                  <div className="k-grow k-s13 k-t2">
                    <Facts>
                      <Moment at={at} />
                      {by}
                      {terms === null && word('time.policy.versions.reset')}
                      {reachedOpen && word('time.policy.versions.reached')}
                    </Facts>
                  </div>
                  {place > 0 && (
                    <Button kind="link" small onClick={() => onTake(terms ?? policy.shipped)}>
                      {word('time.policy.versions.take')}
                    </Button>
                  )}
                </div>
                {after.map((said, i) =>
                  said === before[i] ? null : (
                    <p key={said}>
                      <span className="k-t3">{before[i]}</span> → {said}
                    </p>
                  ),
                )}
              </li>
            );
          })}
          <li className="k-s13 k-t2">{word('time.policy.versions.shipped')}</li>
        </ol>
      ) : (
        <Skeleton count={4} />
      )}
    </Dialog>
  );
}
