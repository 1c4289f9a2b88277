import { Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useKit } from '../provider/index.ts';
import { pathOf } from './form-problem.ts';
import { type FormValues, useTypedValues } from './form-frame.tsx';
import { LabelContext } from './label-context.ts';

type Condition = boolean | ((values: FormValues) => boolean);

interface FieldProps {
  /** Dotted path in the values, the same as in the request: `lines.0.price`. */
  readonly name: string;
  readonly label: string;
  /** Asked for always, or only when other values say so; the server decides all the same. */
  readonly required?: Condition;
  /** Shown always, or only when other values say so; a hidden field is not sent. */
  readonly when?: Condition;
  /** A word under the input: the format, an example. */
  readonly help?: ReactNode;
  /** Name of the prop that carries the value: `checked` for a checkbox. */
  readonly valueProp?: string;
  /** One antd input. */
  readonly children: ReactElement;
}

const holds = (condition: Condition | undefined, otherwise: boolean, values: FormValues): boolean =>
  typeof condition === 'function' ? condition(values) : (condition ?? otherwise);

function given(_rule: unknown, value: unknown): Promise<void> {
  const empty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return empty || (Array.isArray(value) && value.length === 0)
    ? Promise.reject(new Error('missing'))
    : Promise.resolve();
}

/** One labelled input of a form. */
export function Field({ name, label, required, when, help, valueProp, children }: FieldProps) {
  const values = useTypedValues();
  const { words } = useKit();
  if (!holds(when, true, values)) return null;
  const needed = holds(required, false, values);
  const path = pathOf(name);
  return (
    <LabelContext value={label}>
      <Form.Item
        name={path.length === 1 ? name : [...path]}
        label={
          <>
            {label}
            {needed && <span className="k-required">{words.form.required}</span>}
          </>
        }
        extra={help}
        preserve={false}
        {...(valueProp ? { valuePropName: valueProp } : {})}
        rules={needed ? [{ validator: given, message: words.form.missing(label) }] : []}
      >
        {children}
      </Form.Item>
    </LabelContext>
  );
}

/** Fields beside each other where there is room, two to a row. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="k-field-row">{children}</div>;
}
