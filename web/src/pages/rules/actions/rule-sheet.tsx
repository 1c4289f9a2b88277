import type { Book, Rule } from '@dealtrail/protocol/rules';
import { Input, Switch } from 'antd';
import { FilterBar } from '../../../kit/filter/index.ts';
import { Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { OutcomeInput, startOf } from '../parts/outcome-input.tsx';
import type { KnownBook } from '../parts/outcome-words.ts';
import { useRuleFields } from '../parts/rule-sentence.tsx';
import { useRuleWords } from '../parts/words.ts';

/** A rule as its form holds it. */
export type RuleTyped = Omit<Rule, 'id'>;

interface ConditionsProps {
  readonly book: Book;
  readonly value?: Rule['when'];
  readonly onChange?: (when: Rule['when']) => void;
}

/** What must hold, as chips; none fits everything. */
function Conditions({ book, value, onChange }: ConditionsProps) {
  const fields = useRuleFields(book);
  return (
    <div className="rule-conditions">
      <FilterBar fields={fields} value={value} onChange={(filter) => onChange?.(filter ?? { all: [] })} />
    </div>
  );
}

interface RuleSheetProps {
  readonly book: Book;
  /** The rule to change; none makes a new one. */
  readonly rule: Rule | undefined;
  readonly onTyped: (typed: RuleTyped) => void;
  readonly onClose: () => void;
}

/** One rule: its name, when it fits, what it says then. It goes into the draft; nothing is saved yet. */
export function RuleSheet({ book, rule, onTyped, onClose }: RuleSheetProps) {
  const word = useRuleWords();
  const title = word(rule ? 'rules.edit' : 'rules.new');
  const fresh = { active: true, when: { all: [] }, says: { ...startOf[book.key as KnownBook] } };
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<RuleTyped>
          label={title}
          initial={rule ?? fresh}
          submitWord={word('rules.intoDraft')}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={(typed) => {
            onTyped(typed);
            onClose();
            return Promise.resolve();
          }}
        >
          <Field name="name" label={word('rules.name')} required>
            <Input maxLength={80} autoComplete="off" />
          </Field>
          <Field name="when" label={word('rules.conditions')} help={word('rules.conditions.hint')}>
            <Conditions book={book} />
          </Field>
          <OutcomeInput book={book} />
          <Field name="active" label={word('rules.active')} valueProp="checked">
            <Switch />
          </Field>
        </FormFrame>
      )}
    </FormSheet>
  );
}
