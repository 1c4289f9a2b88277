import type { Rule, RuleTrial } from '@dealtrail/protocol/rules';
import { Link } from '../../../kernel/routing/index.ts';
import { formatCount, formatPercent } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useVerdictWords } from './outcome-words.ts';
import { useRuleWords } from './words.ts';

/** Records a change names before it says how many more. */
const NAMED = 5;

type Change = RuleTrial['changes'][number];

function ChangeLine({ change, name }: { readonly change: Change; readonly name: string | undefined }) {
  const word = useRuleWords();
  const verdict = useVerdictWords();
  const { language } = useKit();
  const { from, to, count, examples } = change;
  const more = count - Math.min(NAMED, examples.length);
  return (
    <li>
      <span className="k-row k-wrap">
        <b className="k-number">{word('rules.trial.count', { count: formatCount(count, language) })}</b>
        <span>
          {verdict(from)} → <b>{verdict(to)}</b>
        </span>
        {name && <span className="k-t2">{word('rules.trial.by', { name })}</span>}
      </span>
      <span className="k-s12 rule-examples">
        {examples.slice(0, NAMED).map(({ id, title }) => (
          <Link key={id} to={`/leads/${id}`}>
            {title}
          </Link>
        ))}
        {more > 0 && <span className="k-t3">{word('rules.trial.more', { count: formatCount(more, language) })}</span>}
      </span>
    </li>
  );
}

function Hits({ trial, rules }: { readonly trial: RuleTrial; readonly rules: readonly Rule[] }) {
  const word = useRuleWords();
  const { language } = useKit();
  const hits = new Map(trial.hits.map(({ ruleId, count }) => [ruleId, count]));
  return (
    <table className="rule-hits">
      <caption className="k-hidden-words">{word('rules.trial.hits')}</caption>
      <thead>
        <tr>
          <th scope="col">{word('rules.trial.rule')}</th>
          <th scope="col" className="k-number">
            {word('rules.trial.hits')}
          </th>
          <th scope="col" className="k-number">
            {word('rules.trial.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, name, active }) => {
          const count = hits.get(id) ?? 0;
          return (
            <tr key={id} className={active ? '' : 'k-t3'}>
              <th scope="row">{name}</th>
              <td className="k-number">{formatCount(count, language)}</td>
              <td className="k-number k-t3">
                {trial.checked > 0 ? formatPercent(count / trial.checked, language) : '—'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What draft rules would have done with the last twelve months: how many each hits, which would change, and how. */
export function TrialResult({ trial, rules }: { readonly trial: RuleTrial; readonly rules: readonly Rule[] }) {
  const word = useRuleWords();
  const { language } = useKit();
  const count = (number: number) => formatCount(number, language);
  const { checked, changing, kept, capped, changes } = trial;
  const nameOf = (id: string | null) => rules.find((rule) => rule.id === id)?.name;
  if (checked === 0) return <p className="k-t3">{word('rules.trial.nothing')}</p>;
  return (
    <div className="k-stack" role="status">
      <p>
        {word(capped ? 'rules.trial.capped' : 'rules.trial.checked', { count: count(checked) })}
        <b>{word('rules.trial.changing', { count: count(changing) })}</b>
        {kept > 0 && (
          <>
            {' '}
            <StateTag>{word('rules.trial.kept', { count: count(kept) })}</StateTag>
          </>
        )}
      </p>
      {changes.length > 0 && (
        <ul className="rule-changes">
          {changes.map((change) => (
            <ChangeLine
              key={`${change.ruleId} ${change.from} ${change.to}`}
              change={change}
              name={nameOf(change.ruleId)}
            />
          ))}
        </ul>
      )}
      <Hits trial={trial} rules={rules} />
    </div>
  );
}
