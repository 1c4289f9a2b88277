import { assignmentFairness, type FairnessShare, type RuleFairness } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { Link, useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Bar, Card } from '../../../kit/card/index.ts';
import { dayAfter, dayOf, joined } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { gapsOf } from '../fairness-gap.ts';
import { GiftsPeek } from '../parts/settings/gifts-peek.tsx';
import { useLeadWords } from '../parts/words.ts';
import '../parts/leads.css';

const lengths = ['7', '30', '90', '365'] as const;

interface LineProps {
  readonly person: FairnessShare;
  /** The largest number of the rule, for the bars. */
  readonly most: number;
  readonly onLook: () => void;
}

function Line({ person, most, onLook }: LineProps) {
  const word = useLeadWords();
  const { language } = useKit();
  const { name, expected, received, refused, absentDays } = person;
  const gaps = gapsOf(person).map(({ because, leads }) =>
    word(`leads.fairness.${because}`, { leads: String(leads), days: absentDays }),
  );
  if (refused > 0) gaps.push(word('leads.fairness.refused', { count: refused }));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="k-number k-t2">{expected.toFixed(1)}</td>
      <td className="k-number">
        {received === 0 ? (
          <span className="k-t3">0</span>
        ) : (
          <button
            type="button"
            className="lead-look"
            aria-label={word('leads.fairness.lookAt', { name, count: received })}
            onClick={onLook}
          >
            {received}
          </button>
        )}
      </td>
      <td className="fairness-bars">
        <Bar share={received / most} label={word('leads.fairness.bar', { received, expected: expected.toFixed(1) })} />
      </td>
      <td className="fairness-why k-s13 k-t2">{joined(gaps, 'clauses', language)}</td>
    </tr>
  );
}

interface RuleProps {
  readonly rule: RuleFairness;
  readonly onLook: (person: FairnessShare) => void;
}

function Rule({ rule, onLook }: RuleProps) {
  const word = useLeadWords();
  const most = Math.max(1, ...rule.people.flatMap(({ expected, received }) => [expected, received]));
  return (
    <Card
      title={rule.name ?? word('leads.fairness.goneRule')}
      note={word('leads.fairness.given', { count: rule.given })}
      flush
    >
      <div className="lead-trial-scroll">
        <table className="fairness">
          <thead>
            <tr>
              <th scope="col">{word('leads.trial.person')}</th>
              <th scope="col" className="k-number">
                {word('leads.fairness.expected')}
              </th>
              <th scope="col" colSpan={2} className="fairness-got">
                {word('leads.fairness.received')}
              </th>
              <th scope="col">{word('leads.fairness.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rule.people.map((person) => (
              <Line key={person.memberId} person={person} most={most} onLook={() => onLook(person)} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** What each person got by each rule beside what was fairly theirs, and why less came. */
export function AssignmentFairness() {
  const word = useLeadWords();
  const { zone } = useKit();
  const [search, change] = useAddressSearch();
  const length = lengths.find((days) => days === search['days']) ?? '30';
  const to = dayOf(useNow(), zone);
  const days = { from: dayAfter(to, 1 - Number(length)), to };
  const found = useOperation(assignmentFairness, { query: days }, { keep: true });
  const [asked, setAsked] = useState<{ readonly ruleId: string; readonly person: FairnessShare }>();
  const period = (
    <Segmented
      label={word('pools.traffic.period')}
      value={length}
      onChange={(next) => change({ days: next === '30' ? undefined : next })}
      choices={lengths.map((value) => ({ value, word: word('pools.traffic.days', { count: value }) }))}
    />
  );
  const note = (
    <>
      <Link to="/settings/assignment">{word('leads.fairness.back')}</Link> {word('leads.fairness.note')}
    </>
  );
  return (
    <SettingsFrame here="assignment" title={word('leads.fairness')} note={note} actions={period}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton shape="rows" count={6} />
      ) : found.data.items.length === 0 ? (
        <Empty icon="check" title={word('leads.fairness.none')} hint={word('leads.fairness.none.hint')} />
      ) : (
        <div className="k-stack">
          {found.data.items.map((rule) => (
            <Rule key={rule.ruleId} rule={rule} onLook={(person) => setAsked({ ruleId: rule.ruleId, person })} />
          ))}
        </div>
      )}
      {asked && <GiftsPeek {...asked} days={days} onClose={() => setAsked(undefined)} />}
    </SettingsFrame>
  );
}
