import { type AutomationAction, type AutomationKind, PLACEHOLDERS } from '@dealtrail/protocol/automation';
import { Input, InputNumber, Select } from 'antd';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { PeopleInput, PersonInput } from './person-input.tsx';
import { settable, useAutomationWords } from './words.ts';

/** As many as an automation may do. */
const MOST = 5;

type Of<Do extends AutomationAction['do']> = Extract<AutomationAction, { do: Do }>;

interface Changing<Action> {
  readonly action: Action;
  readonly onPut: (action: AutomationAction) => void;
}

/** A text with the words that stand for facts of the record, at a press. */
function TextInput({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (text: string) => void;
}) {
  const word = useAutomationWords();
  return (
    <div className="automation-text">
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <span className="k-row k-wrap">
        <span className="k-s12 k-t3">{word('automation.insert')}</span>
        {PLACEHOLDERS.map((name) => (
          <Button key={name} small kind="link" onClick={() => onChange(`${value}{${name}}`.slice(0, most))}>
            {word(`automation.placeholder.${name}`)}
          </Button>
        ))}
      </span>
    </div>
  );
}

const levels = ['high', 'medium', 'low'] as const;

function SetInput({ kind, action, onPut }: Changing<Of<'set'>> & { readonly kind: AutomationKind }) {
  const word = useAutomationWords();
  const { field, value } = action;
  const put = (next: Of<'set'>['value']) => onPut({ ...action, value: next });
  const label = word('automation.value');
  return (
    <>
      <Select
        aria-label={word('automation.fact')}
        value={field}
        options={settable[kind].map((name) => ({ value: name, label: word(`automation.fact.${name}`) }))}
        onChange={(name) =>
          onPut({
            do: 'set',
            field: name,
            value: name === 'probability' ? 50 : name === 'intent' || name === 'priority' ? 'high' : '',
          })
        }
      />
      {field === 'intent' || field === 'priority' ? (
        <Select
          aria-label={label}
          value={String(value)}
          options={levels.map((level) => ({ value: level as string, label: word(`automation.level.${level}`) }))}
          onChange={put}
        />
      ) : field === 'probability' ? (
        <InputNumber
          className="automation-number"
          aria-label={label}
          min={0}
          max={100}
          value={Number(value)}
          suffix="%"
          onChange={(next) => put(next ?? 0)}
        />
      ) : (
        <Input
          aria-label={label}
          maxLength={40}
          value={String(value ?? '')}
          onChange={({ target }) => put(target.value)}
        />
      )}
    </>
  );
}

function TaskInput({ action, onPut }: Changing<Of<'task'>>) {
  const word = useAutomationWords();
  return (
    <>
      <PersonInput value={action.for} onChange={(person) => onPut({ ...action, for: person })} />
      <InputNumber
        className="automation-number"
        aria-label={word('automation.workdays')}
        min={0}
        max={60}
        precision={0}
        value={action.workdays}
        suffix={word('automation.workdays')}
        onChange={(workdays) => onPut({ ...action, workdays: workdays ?? 0 })}
      />
      <TextInput
        label={word('automation.task')}
        most={120}
        value={action.title}
        onChange={(title) => onPut({ ...action, title })}
      />
    </>
  );
}

function ActionInput({ kind, action, onPut }: Changing<AutomationAction> & { readonly kind: AutomationKind }) {
  const word = useAutomationWords();
  switch (action.do) {
    case 'assign':
      return (
        <ColleagueSelect
          label={word('automation.assignee')}
          placeholder={word('automation.assignee')}
          value={action.memberId || null}
          onChange={(memberId) => onPut({ ...action, memberId: memberId ?? '' })}
        />
      );
    case 'give_out':
    case 'pool':
      return <span className="automation-hint k-s13 k-t2">{word(`automation.do.${action.do}.hint`)}</span>;
    case 'set':
      return <SetInput kind={kind} action={action} onPut={onPut} />;
    case 'task':
      return <TaskInput action={action} onPut={onPut} />;
    case 'notify':
      return (
        <>
          <PeopleInput value={action.to} onChange={(to) => onPut({ ...action, to })} />
          <TextInput
            label={word('automation.text')}
            most={300}
            value={action.text}
            onChange={(text) => onPut({ ...action, text })}
          />
        </>
      );
  }
}

function fresh(what: AutomationAction['do'], kind: AutomationKind): AutomationAction {
  const [field = 'industry'] = settable[kind];
  const value = { intent: 'high', probability: 50 }[field] ?? '';
  return {
    assign: { do: 'assign', memberId: '' } as const,
    give_out: { do: 'give_out' } as const,
    pool: { do: 'pool' } as const,
    set: { do: 'set', field, value } as const,
    task: { do: 'task', for: { who: 'owner' }, title: '', workdays: 1 } as const,
    notify: { do: 'notify', to: [{ who: 'owner' as const }], text: '' } satisfies AutomationAction,
  }[what];
}

interface ActionsInputProps {
  readonly kind: AutomationKind;
  readonly value?: readonly AutomationAction[];
  readonly onChange?: (actions: AutomationAction[]) => void;
}

/** What an automation does, one action after the other. */
export function ActionsInput({ kind, value = [], onChange }: ActionsInputProps) {
  const word = useAutomationWords();
  const ofLeads = kind === 'lead' ? (['give_out', 'pool'] as const) : [];
  const offered = [...(['notify', 'task', 'set', 'assign'] as const), ...ofLeads];
  const options = offered.map((what) => ({ value: what, label: word(`automation.do.${what}`) }));
  const put = (at: number, action: AutomationAction) => onChange?.(value.map((old, i) => (i === at ? action : old)));
  return (
    <div className="k-stack">
      <ol className="automation-actions">
        {value.map((action, at) => (
          // An action has no name of its own; its place among the others is all it has.
          <li key={`${at} ${action.do}`}>
            <div className="automation-line">
              <Select
                aria-label={word('automation.then')}
                value={action.do}
                options={options}
                onChange={(what) => put(at, fresh(what, kind))}
              />
              <ActionInput kind={kind} action={action} onPut={(next) => put(at, next)} />
            </div>
            {value.length > 1 && (
              <IconButton
                small
                icon="close"
                label={word('automation.action.remove', { place: at + 1 })}
                onClick={() => onChange?.(value.filter((_, i) => i !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      {value.length < MOST && (
        <div>
          <Button small icon="plus" onClick={() => onChange?.([...value, fresh('notify', kind)])}>
            {word('automation.action.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
