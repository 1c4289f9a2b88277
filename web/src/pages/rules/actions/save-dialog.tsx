import {
  type Book,
  getBook,
  listBooks,
  listVersions,
  type RuleTrial,
  saveBook,
  tryBook,
} from '@dealtrail/protocol/rules';
import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { useKit } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { TrialResult } from '../parts/trial-result.tsx';
import { useRuleWords } from '../parts/words.ts';
import type { BookDraft } from '../rules/draft-rules.ts';

interface SaveDialogProps {
  readonly book: Book;
  readonly draft: BookDraft;
  /** With what the trial said, where it was over. */
  readonly onSaved: (trial: RuleTrial | undefined) => void;
  readonly onClose: () => void;
}

/** Tries the draft on the last twelve months before it is saved, asks for a word of why, and saves it. */
export function SaveDialog({ book, draft, onSaved, onClose }: SaveDialogProps) {
  const word = useRuleWords();
  const { words } = useKit();
  const [note, setNote] = useState('');
  const trial = useTrial(book, draft);
  const save = useAct(saveBook, { invalidates: [getBook, listBooks, listVersions], onDone: () => onSaved(trial.said) });
  const { key, version } = book;
  const saveIt = () =>
    save.press({
      body: {
        book: key,
        baseVersion: version,
        rules: [...draft.rules],
        settings: draft.settings,
        ...(note.trim() ? { note } : {}),
      },
    });
  return (
    <Dialog
      open
      title={word('rules.save.title')}
      width={720}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="primary" busy={save.busy} disabled={trial.error !== null} onClick={saveIt}>
            {word('rules.save.do', { version: version + 1 })}
          </Button>
        </>
      }
    >
      <div className="k-stack">
        <ProblemNotice error={save.error ?? trial.error} />
        {trial.said ? (
          <TrialResult trial={trial.said} rules={draft.rules} />
        ) : trial.error ? null : (
          <>
            <p className="k-t2">{word('rules.trial.running')}</p>
            <Skeleton count={3} />
          </>
        )}
        <Notice title={word('rules.save.from')} />
        <Note value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}

/** Why the rules change, in a word that stays with the version. */
function Note({ value, onChange }: { readonly value: string; readonly onChange: (note: string) => void }) {
  const word = useRuleWords();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="k-s12 k-t2">
        {word('rules.save.note')}
      </label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={500}
        value={value}
        placeholder={word('rules.save.note.hint')}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** A trial of the draft, run once when it is asked for. */
function useTrial({ key }: Book, { rules, settings }: BookDraft) {
  const { run, error } = useAct(tryBook);
  const [said, setSaid] = useState<Awaited<ReturnType<typeof run>>>();
  const asked = JSON.stringify({ book: key, rules, settings });
  useEffect(() => {
    let wanted = true;
    run({ body: JSON.parse(asked) as Parameters<typeof run>[0]['body'] })
      .then((trial) => wanted && setSaid(trial))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [run, asked]);
  return { said, error };
}
