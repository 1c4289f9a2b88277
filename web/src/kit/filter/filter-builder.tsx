import { useState } from 'react';
import { Button, IconButton, Segmented } from '../button/index.ts';
import { Dialog, Sheet } from '../dialog/index.tsx';
import { useKit, usePhone } from '../provider/index.ts';
import { depthOf, type Draft, type DraftGroup, draftOf, emptyQuestion, filterOfDraft, MOST_DEEP } from './draft.ts';
import { QuestionLine } from './filter-editor.tsx';
import type { Filter, FilterField } from './filter-model.ts';

interface FilterBuilderProps {
  readonly fields: readonly FilterField[];
  readonly value: Filter | undefined;
  readonly onApply: (filter: Filter | undefined) => void;
  readonly onClose: () => void;
}

/** Builds a whole filter: groups of which all or any hold, or which must not hold, one within the other. */
export function FilterBuilder({ fields, value, onApply, onClose }: FilterBuilderProps) {
  const { words } = useKit();
  const phone = usePhone();
  const [root, setRoot] = useState(() => draftOf(value));
  const deep = depthOf(root) > MOST_DEEP;
  const apply = () => {
    onApply(filterOfDraft(root));
    onClose();
  };
  const foot = (
    <>
      <Button kind="link" onClick={() => setRoot(draftOf(undefined))}>
        {words.filter.clear}
      </Button>
      <Button kind="primary" disabled={deep} onClick={apply}>
        {words.filter.apply}
      </Button>
    </>
  );
  const whole = <Group fields={fields} group={root} depth={1} onChange={setRoot} onRemove={undefined} />;
  if (phone)
    return (
      <Sheet open title={words.filter.builder} onClose={onClose} foot={foot}>
        {whole}
      </Sheet>
    );
  return (
    <Dialog open title={words.filter.builder} width={760} onClose={onClose} foot={foot}>
      {whole}
    </Dialog>
  );
}

interface GroupProps {
  readonly fields: readonly FilterField[];
  readonly group: DraftGroup;
  readonly depth: number;
  readonly onChange: (group: DraftGroup) => void;
  readonly onRemove: (() => void) | undefined;
}

function Group({ fields, group, depth, onChange, onRemove }: GroupProps) {
  const { words } = useKit();
  const { parts } = group;
  const set = (at: number, part: Draft | undefined) =>
    onChange({ ...group, parts: parts.flatMap((each, index) => (index === at ? (part ? [part] : []) : [each])) });
  const mode = group.negated ? 'none' : group.join;
  const choose = (next: 'all' | 'any' | 'none') =>
    onChange({ ...group, join: next === 'none' ? 'any' : next, negated: next === 'none' });
  return (
    <fieldset className="k-filter-group">
      <legend className="k-hidden-words">{words.filter.group}</legend>
      <div className="k-row">
        <Segmented
          label={words.filter.group}
          value={mode}
          onChange={choose}
          choices={(['all', 'any', 'none'] as const).map((value) => ({ value, word: words.filter.joins[value] }))}
        />
        <span className="k-grow" />
        {onRemove && <IconButton small icon="close" label={words.filter.removeGroup} onClick={onRemove} />}
      </div>
      {parts.map((part, at) =>
        'parts' in part ? (
          <Group
            key={part.id}
            fields={fields}
            group={part}
            depth={depth + 1}
            onChange={(next) => set(at, next)}
            onRemove={() => set(at, undefined)}
          />
        ) : (
          <QuestionLine
            key={part.id}
            fields={fields}
            question={part.question}
            onChange={(question) => set(at, { id: part.id, question })}
            onRemove={() => set(at, undefined)}
          />
        ),
      )}
      <AddParts deeper={depth < MOST_DEEP - 1} onAdd={(part) => onChange({ ...group, parts: [...parts, part] })} />
    </fieldset>
  );
}

function AddParts({ deeper, onAdd }: { readonly deeper: boolean; readonly onAdd: (part: Draft) => void }) {
  const { words } = useKit();
  return (
    <div className="k-row">
      <Button kind="link" small icon="plus" onClick={() => onAdd(emptyQuestion())}>
        {words.filter.add}
      </Button>
      {deeper && (
        <Button kind="link" small icon="plus" onClick={() => onAdd(draftOf(undefined))}>
          {words.filter.addGroup}
        </Button>
      )}
    </div>
  );
}
