import { type FormField, FormFieldName } from '@dealtrail/protocol/forms';
import { Input } from 'antd';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { useFormWords } from './words.ts';
import './forms.css';

interface FieldsInputProps {
  readonly value?: readonly FormField[];
  readonly onChange?: (fields: FormField[]) => void;
}

interface LineProps {
  readonly field: FormField;
  readonly first: boolean;
  readonly last: boolean;
  readonly onPut: (field: FormField) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function FieldLine({ field, first, last, onPut, onMove, onRemove }: LineProps) {
  const word = useFormWords();
  const usual = word(`formField.${field.name}`);
  const called = (text: string): FormField => {
    const { name, required } = field;
    return text.trim() ? { name, required, label: text } : { name, required };
  };
  return (
    <li>
      <Input
        variant="borderless"
        maxLength={60}
        aria-label={word('forms.field.label', { field: usual })}
        placeholder={usual}
        value={field.label ?? ''}
        onChange={({ target }) => onPut(called(target.value))}
      />
      <label className="k-row k-s13 k-t2">
        <input
          type="checkbox"
          aria-label={`${usual} ${word('forms.field.required')}`}
          checked={field.required}
          onChange={({ target }) => onPut({ ...field, required: target.checked })}
        />
        {word('forms.field.required')}
      </label>
      <span className="k-row">
        <IconButton
          small
          icon="up"
          label={word('forms.field.up', { field: usual })}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <IconButton
          small
          icon="down"
          label={word('forms.field.down', { field: usual })}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <IconButton small icon="close" label={word('forms.field.remove', { field: usual })} onClick={onRemove} />
      </span>
    </li>
  );
}

/** What visitors fill in, in which order, under which name, and what of it they must. */
export function FieldsInput({ value = [], onChange }: FieldsInputProps) {
  const word = useFormWords();
  const put = (at: number, field: FormField) => onChange?.(value.map((old, i) => (i === at ? field : old)));
  const move = (at: number, by: 1 | -1) => {
    const next = [...value];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange?.(next);
  };
  const left = FormFieldName.options.filter((name) => value.every((field) => field.name !== name));
  return (
    <div className="k-stack">
      <ul className="form-fields">
        {value.map((field, at) => (
          <FieldLine
            key={field.name}
            field={field}
            first={at === 0}
            last={at === value.length - 1}
            onPut={(next) => put(at, next)}
            onMove={(by) => move(at, by)}
            onRemove={() => onChange?.(value.filter((_, i) => i !== at))}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <div className="form-more">
          <span className="k-s13 k-t2">{word('forms.field.add')}</span>
          {left.map((name) => (
            <Button key={name} small icon="plus" onClick={() => onChange?.([...value, { name, required: false }])}>
              {word(`formField.${name}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
