import type { Book, Rule, RuleCount, RuleTrial } from '@dealtrail/protocol/rules';
import { useState } from 'react';
import { freshKey } from '../../../kernel/client/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { RuleSheet, type RuleTyped } from '../actions/rule-sheet.tsx';
import { SaveDialog } from '../actions/save-dialog.tsx';
import { VersionsSheet } from '../actions/versions-sheet.tsx';
import { type BookDraft, differs, draftOf, putAt, unreachable, withNew } from '../rules/draft-rules.ts';
import { groupOf } from './outcome-words.ts';
import { ProfilePoints } from './profile-points.tsx';
import { RuleLine } from './rule-line.tsx';
import { useRuleWords } from './words.ts';

interface BookDesignerProps {
  readonly book: Book;
  readonly counts: readonly RuleCount[];
  readonly onSaved: (trial: RuleTrial | undefined) => void;
}

function copyOf(rule: Rule, name: string): Rule {
  return { ...rule, id: freshKey(), name };
}

/** What may be done with the rules of a draft. */
function useDraft(book: Book) {
  const word = useRuleWords();
  const [draft, setDraft] = useState<BookDraft>(() => draftOf(book));
  const { rules } = draft;
  const write = (next: readonly Rule[]) => setDraft({ ...draft, rules: next });
  return {
    draft,
    dirty: differs(draft, book),
    drop: () => setDraft(draftOf(book)),
    setSettings: (settings: Book['settings']) => setDraft({ ...draft, settings }),
    add: (typed: RuleTyped) => write(withNew(rules, { ...typed, id: freshKey() })),
    change: (rule: Rule) => write(rules.map((each) => (each.id === rule.id ? rule : each))),
    remove: (id: string) => write(rules.filter((each) => each.id !== id)),
    put: (id: string, place: number) => write(putAt(rules, id, place)),
    copy: (rule: Rule) => {
      const at = rules.indexOf(rule) + 1;
      const copy = copyOf(rule, word('rules.copyOf', { name: rule.name }));
      write([...rules.slice(0, at), copy, ...rules.slice(at)]);
    },
  };
}

function Head({
  book,
  onVersions,
  onNew,
}: {
  readonly book: Book;
  readonly onVersions: () => void;
  readonly onNew: () => void;
}) {
  const word = useRuleWords();
  const { version, savedByName, savedAt, abilities } = book;
  return (
    <div className="k-row k-wrap rule-head">
      <span className="k-s13 k-t2">
        <Facts>
          {version === 0 ? word('rules.holds.shipped') : word('rules.holds.version', { version })}
          {savedByName}
          {savedAt && <Moment at={savedAt} />}
        </Facts>
      </span>
      <span className="k-grow" />
      <Button icon="clock" onClick={onVersions}>
        {word('rules.versions')}
      </Button>
      {abilities.save && (
        <Button kind="primary" icon="plus" onClick={onNew}>
          {word('rules.new')}
        </Button>
      )}
    </div>
  );
}

/** A book of rules under work: changes gather in a draft, are tried on the last twelve months, then saved as a version. */
export function BookDesigner({ book, counts, onSaved }: BookDesignerProps) {
  const word = useRuleWords();
  const work = useDraft(book);
  const { draft, dirty } = work;
  const [open, setOpen] = useState<Rule | 'new' | 'save' | 'versions'>();
  const close = () => setOpen(undefined);
  const idle = unreachable(draft.rules, groupOf);
  const last = draft.rules.length - 1;
  const editing = typeof open === 'object' ? open : undefined;
  return (
    <div className="k-stack">
      <Head book={book} onVersions={() => setOpen('versions')} onNew={() => setOpen('new')} />
      {book.key === 'leads.priority' && (
        <ProfilePoints points={draft.settings} locked={!book.abilities.save} onChange={work.setSettings} />
      )}
      <ol className="settings-list rule-list">
        {draft.rules.map((rule, at) => (
          <RuleLine
            key={rule.id}
            book={book}
            rule={rule}
            at={at}
            last={last}
            count={counts.find(({ ruleId }) => ruleId === rule.id)}
            unreachable={idle.has(rule.id)}
            onEdit={() => setOpen(rule)}
            onCopy={() => work.copy(rule)}
            onToggle={() => work.change({ ...rule, active: !rule.active })}
            onRemove={() => work.remove(rule.id)}
            onPut={(place) => work.put(rule.id, place)}
            onDropped={(id) => work.put(id, at)}
          />
        ))}
      </ol>
      {dirty && (
        <div className="rule-bar" role="region" aria-label={word('rules.unsaved')}>
          <Notice title={word('rules.unsaved')} />
          <span className="k-row">
            <Button onClick={work.drop}>{word('rules.drop')}</Button>
            <Button kind="primary" onClick={() => setOpen('save')}>
              {word('rules.tryAndSave')}
            </Button>
          </span>
        </div>
      )}
      {(open === 'new' || editing) && (
        <RuleSheet
          book={book}
          rule={editing}
          onClose={close}
          onTyped={(typed) => (editing ? work.change({ ...typed, id: editing.id }) : work.add(typed))}
        />
      )}
      {open === 'save' && <SaveDialog book={book} draft={draft} onSaved={onSaved} onClose={close} />}
      {open === 'versions' && <VersionsSheet book={book} onClose={close} onRestored={close} />}
    </div>
  );
}
