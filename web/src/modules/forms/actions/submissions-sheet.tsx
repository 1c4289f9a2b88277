import { type FormSubmission, SubmissionOutcome, type WebForm } from '@dealtrail/protocol/forms';
import { useState } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useFormWords } from '../parts/words.ts';
import { useSubmissions } from '../queries.ts';

function Line({ sent }: { readonly sent: FormSubmission }) {
  const word = useFormWords();
  const { lead, state } = sent;
  const tookIn = state === 'created' || state === 'joined';
  return (
    <li>
      <div className="k-grow">
        {lead ? (
          <Link to={`/leads/${lead.id}`}>{lead.title}</Link>
        ) : (
          <span className="k-t2">{word(tookIn ? 'forms.sent.unseen' : 'forms.sent.noLead')}</span>
        )}
        <div className="k-s13 k-t2">
          <Moment at={sent.at} /> · {word(`submissionOutcome.${state}`)}
          {lead && ` · ${lead.number}`}
        </div>
      </div>
      {lead && <StateTag>{word(`leadState.${lead.state}`)}</StateTag>}
    </li>
  );
}

/** What was sent by a form and what became of it: the lines behind the counts. */
export function SubmissionsSheet({
  form,
  outcome,
  onClose,
}: {
  readonly form: WebForm;
  readonly outcome: SubmissionOutcome;
  readonly onClose: () => void;
}) {
  const word = useFormWords();
  const [asked, setAsked] = useState<SubmissionOutcome | 'all'>(outcome);
  const found = useSubmissions(form.id, asked === 'all' ? undefined : asked);
  const choices = (['all', ...SubmissionOutcome.options] as const).map((value) => ({
    value,
    word: word(`submissionOutcome.${value}`),
  }));
  return (
    <Sheet open title={word('forms.sent.title')} note={form.name} width={640} onClose={onClose}>
      <div className="k-stack">
        <div className="form-outcomes">
          <Segmented label={word('forms.sent.title')} choices={choices} value={asked} onChange={setAsked} />
        </div>
        {found.error && !found.items ? (
          <ProblemState error={found.error} onRetry={found.retry} />
        ) : found.items?.length === 0 ? (
          <p className="k-t2">{word('forms.sent.none')}</p>
        ) : found.items ? (
          <ul className="settings-list">
            {found.items.map((sent) => (
              <Line key={sent.id} sent={sent} />
            ))}
          </ul>
        ) : (
          <Skeleton shape="rows" count={4} />
        )}
        {found.onMore && (
          <Button busy={found.loadingMore} onClick={found.onMore}>
            {word('forms.sent.more')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
