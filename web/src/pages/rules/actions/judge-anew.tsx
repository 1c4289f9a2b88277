import { bulkLeads, type LeadBulkAction } from '@dealtrail/protocol/leads';
import type { RuleTrial } from '@dealtrail/protocol/rules';
import { useState } from 'react';
import { BulkCourse, useBulk } from '../../../kernel/bulk/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { writeFilter } from '../../../kit/filter/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { KnownBook } from '../parts/outcome-words.ts';
import { useRuleWords } from '../parts/words.ts';
import { toJudgeAnew } from '../rules/to-judge-anew.ts';

interface JudgeAnewProps {
  readonly book: KnownBook;
  /** What the trial said before the rules were saved. */
  readonly trial: RuleTrial;
  readonly onClose: () => void;
}

/** Offers, after rules were saved, to judge the leads of before by them; it goes on in the background and can be undone. */
export function JudgeAnew({ book, trial, onClose }: JudgeAnewProps) {
  const word = useRuleWords();
  const { language } = useKit();
  const [choice] = useState(() => ({ filter: writeFilter(toJudgeAnew(book, trial)) ?? null }));
  const bulk = useBulk<LeadBulkAction>(bulkLeads, choice, 'leads');
  return (
    <Dialog open title={word('rules.anew.title')} onClose={onClose}>
      {bulk.run ? (
        <BulkCourse bulk={bulk} onClose={onClose} />
      ) : (
        <div className="k-stack">
          <p>{word('rules.anew.ask', { count: formatCount(trial.changing, language) })}</p>
          <p className="k-t2 k-s13">{word('rules.anew.note')}</p>
          <ProblemNotice error={bulk.error} />
          <div className="k-form-foot">
            <Button onClick={onClose}>{word('rules.anew.leave')}</Button>
            <Button kind="primary" busy={bulk.busy} onClick={() => bulk.start({ do: 'judge' })}>
              {word('rules.anew.do')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
