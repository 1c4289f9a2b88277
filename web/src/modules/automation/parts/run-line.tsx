import type { AutomationRun } from '@dealtrail/protocol/automation';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { chipWords, type Filter, type FilterField } from '../../../kit/filter/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { chapterOf } from './chapter-of.ts';
import { useConditionFields } from './use-condition-fields.ts';
import { useAutomationWords } from './words.ts';

type Unmet = AutomationRun['unmet'][number];

function hadWord({ had }: Unmet, field: FilterField | undefined, empty: string): string {
  if (had === null || had === '') return empty;
  const text = String(had);
  return field?.options?.find(({ value }) => value === text)?.label ?? text;
}

/** What kept the automation away: each condition that did not hold, and what the record has instead. */
function UnmetList({ run }: { readonly run: AutomationRun }) {
  const word = useAutomationWords();
  const { words, language, zone } = useKit();
  const fields = useConditionFields(run.recordKind);
  return run.unmet.map((one) => {
    const asked = (one.not ? { not: one.asked } : one.asked) as Filter;
    const { head, tail } = chipWords(asked, { fields, words, language, zone });
    const field = fields.find(({ key }) => key === one.asked.field);
    const had = field?.kind === 'money' ? '' : hadWord(one, field, word('automation.empty'));
    return (
      <li key={JSON.stringify(one)}>
        {word('automation.unmet', { asked: `${head} ${tail}`.trim() })}
        {had && <span className="k-t3"> {word('automation.had', { had })}</span>}
      </li>
    );
  });
}

const tones = { acted: 'accent', refused: 'late', passed: 'outline' } as const;

/** One record an automation looked at, what came of it and why. */
export function RunLine({ run, named }: { readonly run: AutomationRun; readonly named: boolean }) {
  const word = useAutomationWords();
  const say = useSay();
  return (
    <li>
      <div className="k-grow">
        <div className="k-row k-wrap">
          {run.recordTitle === null ? (
            <span className="k-t2">{word('automation.unseen')}</span>
          ) : (
            <Link to={`/${chapterOf[run.recordKind]}/${run.recordId}`}>{run.recordTitle}</Link>
          )}
          <StateTag tone={tones[run.outcome]}>{word(`automation.outcome.${run.outcome}`)}</StateTag>
        </div>
        <ul className="automation-why k-s13">
          {run.why && <li>{say(run.why)}</li>}
          <UnmetList run={run} />
          {run.did.map((act, at) => (
            <li key={`${at} ${act.do}`} className={act.outcome === 'refused' ? 'k-late' : ''}>
              {act.outcome === 'unchanged'
                ? word('automation.unchanged', { what: word(`automation.do.${act.do}`) })
                : act.outcome === 'refused'
                  ? word('automation.refusedWhy', { what: word(`automation.do.${act.do}`), why: say(act.why) })
                  : say(act.why)}
            </li>
          ))}
        </ul>
        <div className="k-s12 k-t3">
          <Moment at={run.at} />
          {run.recordNumber && ` · ${run.recordNumber}`}
          {named && ` · ${run.automationName}`}
          {` · ${word('automation.version', { version: run.automationVersion })}`}
        </div>
      </div>
    </li>
  );
}
