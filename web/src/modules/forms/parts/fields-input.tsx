import { type FormField, FormFieldName } from '@dealtrail/protocol/forms';
import { useFormWords } from './words.ts';
import './forms.css';

/** Which facts visitors fill in, and which of them they must. */
export function FieldsInput({
  value = [],
  onChange,
}: {
  readonly value?: readonly FormField[];
  readonly onChange?: (fields: FormField[]) => void;
}) {
  const word = useFormWords();
  const asked = new Map(value.map((field) => [field.name, field]));
  const put = (name: FormFieldName, field: FormField | undefined) => {
    const next = new Map(asked);
    if (field) next.set(name, field);
    else next.delete(name);
    onChange?.(FormFieldName.options.flatMap((each) => next.get(each) ?? []));
  };
  return (
    <ul className="form-fields">
      {FormFieldName.options.map((name) => {
        const field = asked.get(name);
        const label = word(`formField.${name}`);
        return (
          <li key={name}>
            <label className="k-row k-grow">
              <input
                type="checkbox"
                checked={field !== undefined}
                onChange={({ target }) => put(name, target.checked ? { name, required: false } : undefined)}
              />
              {label}
            </label>
            {field && (
              <label className="k-row k-s13 k-t2">
                <input
                  type="checkbox"
                  aria-label={`${label} ${word('forms.field.required')}`}
                  checked={field.required}
                  onChange={({ target }) => put(name, { name, required: target.checked })}
                />
                {word('forms.field.required')}
              </label>
            )}
          </li>
        );
      })}
    </ul>
  );
}
