import { listForms, type SubmissionOutcome, updateForm, type WebForm } from '@dealtrail/protocol/forms';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useSourceName } from '../../leads/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { FormEditor } from '../actions/form-sheet.tsx';
import { HeldSheet } from '../actions/held-dialog.tsx';
import { PlaceDialog } from '../actions/place-dialog.tsx';
import { SubmissionsSheet } from '../actions/submissions-sheet.tsx';
import { useFormWords } from '../parts/words.ts';
import { useForms } from '../queries.ts';

type Doing =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'place' | 'held'; readonly id: string }
  | { readonly kind: 'sent'; readonly id: string; readonly outcome: SubmissionOutcome };

const counted = ['created', 'qualified', 'converted', 'joined'] as const;

/** A count that opens the submissions behind it. */
function Count({ form, outcome, onDo }: CountProps) {
  const word = useFormWords();
  const text = word(`forms.${outcome}`, { count: form[outcome] });
  if (form[outcome] === 0) return text;
  return (
    <Button small kind="link" onClick={() => onDo({ kind: 'sent', id: form.id, outcome })}>
      {text}
    </Button>
  );
}

interface CountProps {
  readonly form: WebForm;
  readonly outcome: (typeof counted)[number];
  readonly onDo: (doing: Doing) => void;
}

interface LineProps {
  readonly form: WebForm;
  readonly onDo: (doing: Doing) => void;
  readonly onToggle: () => void;
}

function Line({ form, onDo, onToggle }: LineProps) {
  const word = useFormWords();
  const sourceName = useSourceName();
  const acts = [
    {
      key: 'edit',
      word: word('forms.edit'),
      icon: 'edit' as const,
      onClick: () => onDo({ kind: 'edit', id: form.id }),
    },
    {
      key: 'toggle',
      word: word(form.active ? 'forms.stop' : 'forms.start'),
      icon: 'pause' as const,
      onClick: onToggle,
    },
  ];
  return (
    <li className={form.active ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{form.name}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {sourceName(form.source)}
            {form.campaign}
            {form.lastAt !== null &&
              counted.map((outcome) => <Count key={outcome} form={form} outcome={outcome} onDo={onDo} />)}
            {form.lastAt ? (
              <>
                {word('forms.last')} <Moment at={form.lastAt} />
              </>
            ) : (
              word('forms.never')
            )}
          </Facts>
        </div>
      </div>
      {!form.active && <StateTag>{word('forms.off')}</StateTag>}
      {form.held > 0 && (
        <Button small onClick={() => onDo({ kind: 'held', id: form.id })}>
          {word('forms.held', { count: form.held })}
        </Button>
      )}
      <Button small icon="link" onClick={() => onDo({ kind: 'place', id: form.id })}>
        {word('forms.place')}
      </Button>
      <MenuButton acts={acts}>
        <IconButton small icon="more" label={word('forms.acts', { name: form.name })} />
      </MenuButton>
    </li>
  );
}

function FormList({ forms, onDo }: { readonly forms: readonly WebForm[]; readonly onDo: (doing: Doing) => void }) {
  const act = useAct(updateForm, { invalidates: [listForms] });
  return (
    <div className="k-stack">
      <ProblemNotice error={act.error} />
      <ul className="settings-list">
        {forms.map((form) => (
          <Line
            key={form.id}
            form={form}
            onDo={onDo}
            onToggle={() =>
              act.press({ params: { id: form.id }, body: { version: form.version, active: !form.active } })
            }
          />
        ))}
      </ul>
    </div>
  );
}

/** Web forms: what came through each, where to put them, what waits for a person. */
export function WebForms() {
  const word = useFormWords();
  const found = useForms();
  const [doing, setDoing] = useState<Doing>();
  const forms = found.data?.items;
  const close = () => setDoing(undefined);
  const subject = doing && 'id' in doing ? forms?.find(({ id }) => id === doing.id) : undefined;
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setDoing({ kind: 'new' })}>
      {word('forms.new')}
    </Button>
  );
  return (
    <SettingsFrame here="forms" note={word('forms.note')} actions={add}>
      {found.isError && !forms ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : forms?.length === 0 ? (
        <Empty title={word('forms.empty')} hint={word('forms.empty.hint')} />
      ) : forms ? (
        <FormList forms={forms} onDo={setDoing} />
      ) : (
        <Skeleton shape="rows" count={3} />
      )}
      {doing?.kind === 'new' && <FormEditor form={undefined} onClose={close} />}
      {subject && doing?.kind === 'edit' && <FormEditor form={subject} onClose={close} />}
      {subject && doing?.kind === 'place' && <PlaceDialog form={subject} onClose={close} />}
      {subject && doing?.kind === 'sent' && <SubmissionsSheet form={subject} outcome={doing.outcome} onClose={close} />}
      {subject && doing?.kind === 'held' && <HeldSheet form={subject} onClose={close} />}
    </SettingsFrame>
  );
}
