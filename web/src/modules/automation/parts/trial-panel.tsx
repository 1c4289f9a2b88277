import { type AutomationRule, type AutomationTrial, tryAutomation } from '@dealtrail/protocol/automation';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { chipWords } from '../../../kit/filter/index.ts';
import { formatCount, Moment } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { chapterOf } from './chapter-of.ts';
import { useConditionFields } from './use-condition-fields.ts';
import { useAutomationWords } from './words.ts';

type Tried = Omit<AutomationRule, 'name' | 'perHour'>;

function Missed({ trial, kind }: { readonly trial: AutomationTrial; readonly kind: AutomationRule['kind'] }) {
  const word = useAutomationWords();
  const { words, language, zone } = useKit();
  const fields = useConditionFields(kind);
  if (trial.missed.length === 0) return null;
  return (
    <>
      <h4>{word('automation.trial.missed')}</h4>
      <ul className="automation-missed">
        {trial.missed.map(({ asked, count }) => {
          const { head, tail } = chipWords(asked, { fields, words, language, zone });
          return (
            <li key={JSON.stringify(asked)}>
              <span className="k-grow">{`${head} ${tail}`.trim()}</span>
              <span className="k-t2">{formatCount(count, language)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Result({ trial, rule }: { readonly trial: AutomationTrial; readonly rule: Tried }) {
  const word = useAutomationWords();
  const { language } = useKit();
  const ofEvents = rule.trigger.on === 'event';
  const params = {
    days: trial.days,
    hits: formatCount(trial.hits, language),
    considered: formatCount(trial.considered, language),
  };
  const said = word(`automation.trial.${ofEvents ? 'events' : 'records'}`, params);
  return (
    <div className="k-stack" aria-live="polite">
      <p>
        <b>{said}</b>
        {!trial.exact && <span className="k-t2"> {word('automation.trial.more', params)}</span>}
      </p>
      {trial.items.length > 0 && (
        <ul className="automation-hits">
          {trial.items.map(({ recordId, at, number, title, ownerName }) => (
            <li key={`${recordId} ${at ?? ''}`}>
              <span className="k-grow">
                {title === null ? (
                  word('automation.unseen')
                ) : (
                  <Link to={`/${chapterOf[rule.kind]}/${recordId}`}>{title}</Link>
                )}
                <span className="k-s12 k-t3"> {[number, ownerName].filter(Boolean).join(' · ')}</span>
              </span>
              {at && (
                <span className="k-s12 k-t3">
                  <Moment at={at} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {trial.hits > trial.items.length && (
        <p className="k-s12 k-t3">{word('automation.trial.shown', { count: trial.items.length })}</p>
      )}
      <Missed trial={trial} kind={rule.kind} />
    </div>
  );
}

/** What the rule as it is typed would have acted on; nothing is written. */
export function TrialPanel({ rule }: { readonly rule: Tried }) {
  const word = useAutomationWords();
  const act = useAct(tryAutomation);
  const [said, setSaid] = useState<{ readonly trial: AutomationTrial; readonly rule: Tried }>();
  const run = () =>
    void act
      .run({ body: rule })
      .then((trial) => setSaid({ trial, rule }))
      .catch(() => setSaid(undefined));
  return (
    <Card title={word('automation.trial')}>
      <div className="k-stack">
        <p className="k-s13 k-t2">{word(`automation.trial.note.${rule.trigger.on}`)}</p>
        <div>
          <Button busy={act.busy} onClick={run}>
            {word('automation.trial.run')}
          </Button>
        </div>
        <ProblemNotice error={act.error} />
        {said && <Result trial={said.trial} rule={said.rule} />}
      </div>
    </Card>
  );
}
