import { decideHeld, type FormFieldName, type HeldSubmission, type WebForm } from '@dealtrail/protocol/forms';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useFormWords } from '../parts/words.ts';
import { useHeld } from '../queries.ts';

function Submission({ held }: { readonly held: HeldSubmission }) {
  const word = useFormWords();
  const act = useAct(decideHeld, { invalidates: ['forms.*', 'leads.*'] });
  const decide = (take: boolean) => act.press({ params: { id: held.id }, body: { take } });
  return (
    <li className="settings-box k-stack">
      <div className="k-s13 k-t2">
        <Moment at={held.at} /> · {word(`heldReason.${held.reason}`)}
      </div>
      <ProblemNotice error={act.error} />
      <FieldList
        fields={Object.entries(held.content).map(([name, value]) => [
          word(`formField.${name as FormFieldName}`),
          value,
        ])}
      />
      <div className="k-row">
        <Button small busy={act.busy} onClick={() => decide(true)}>
          {word('forms.held.take')}
        </Button>
        <Button small kind="quiet" disabled={act.busy} onClick={() => decide(false)}>
          {word('forms.held.drop')}
        </Button>
      </div>
    </li>
  );
}

/** The submissions of a form that no rule took in, for a person to decide. */
export function HeldSheet({ form, onClose }: { readonly form: WebForm; readonly onClose: () => void }) {
  const word = useFormWords();
  const found = useHeld(form.id);
  const items = found.data?.items;
  return (
    <Sheet open title={word('forms.held.title')} note={form.name} onClose={onClose}>
      <p className="k-t2 settings-note">{word('forms.held.note')}</p>
      {found.isError && !items ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : items?.length === 0 ? (
        <p className="k-t2">{word('forms.held.none')}</p>
      ) : items ? (
        <ul className="k-stack">
          {items.map((held) => (
            <Submission key={held.id} held={held} />
          ))}
        </ul>
      ) : (
        <Skeleton count={4} />
      )}
    </Sheet>
  );
}
