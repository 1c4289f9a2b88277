import { Form, type FormInstance } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Button } from '../button/index.ts';
import { useKit } from '../provider/index.ts';
import { Notice } from '../states/index.ts';
import { type FormProblem, placeProblems } from './form-problem.ts';
import { UnsavedGuard } from './unsaved-guard.tsx';
import './form.css';

/** What the form holds while it is being filled. */
export type FormValues = Readonly<Record<string, unknown>>;

const TypedValues = createContext<FormValues>({});

/** The values typed so far, for fields that depend on others. */
export function useTypedValues(): FormValues {
  return useContext(TypedValues);
}

const WriteValues = createContext<(patch: FormValues) => void>(() => undefined);

/** Writes some values as if they had been typed, for keys and words that fill several fields at once. */
export function useWriteValues(): (patch: FormValues) => void {
  return useContext(WriteValues);
}

interface FormFrameProps<V extends object> {
  /** What the form is for, for a screen reader. */
  readonly label: string;
  readonly initial: Partial<V>;
  /** Sends what was typed; a rejected promise keeps the form open and unsaved. */
  readonly onSubmit: (values: V) => Promise<unknown>;
  /** The server's refusal; its fields go to their inputs. */
  readonly problem?: FormProblem | undefined;
  /** The verb on the button. */
  readonly submitWord?: string;
  readonly onCancel?: (() => void) | undefined;
  /** Other buttons beside the submit button. */
  readonly foot?: ReactNode;
  /** Asks before what was typed is lost; on by default. */
  readonly guard?: boolean;
  /** Tells a sheet or page around it that something is unsaved. */
  readonly onDirty?: (dirty: boolean) => void;
  readonly children: ReactNode;
}

function useServerProblem(form: FormInstance, problem: FormProblem | undefined): readonly string[] {
  const [rest, setRest] = useState<readonly string[]>([]);
  const summary = useRef<FormProblem | undefined>(undefined);
  useEffect(() => {
    if (summary.current === problem) return;
    summary.current = problem;
    // Asked of the registered fields, because a part of our own has no instance the form could hold.
    const standing = new Set(form.getFieldsError().map(({ name }) => name.join('.')));
    const { placed, rest: left } = placeProblems(problem, (path) => standing.has(path.join('.')));
    form.setFields(placed.map(({ path, messages }) => ({ name: [...path], errors: messages })));
    setRest(left);
    const first = placed[0];
    if (first) form.scrollToField([...first.path], { focus: true, block: 'center' });
  }, [form, problem]);
  return problem ? rest : [];
}

function useValues(form: FormInstance, initial: FormValues) {
  const [values, setValues] = useState(initial);
  const write = useCallback(
    (patch: FormValues) => {
      form.setFieldsValue(patch);
      setValues((before) => ({ ...before, ...patch }));
    },
    [form],
  );
  return { values, setValues, write };
}

function useSending<V>(onSubmit: (values: V) => Promise<unknown>, onSent: () => void) {
  const [busy, setBusy] = useState(false);
  const send = async (sent: V) => {
    setBusy(true);
    try {
      await onSubmit(sent);
      onSent();
    } catch {
      // The refusal arrives as `problem`; what was typed stays.
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}

/** A form: labels above, refusals at their inputs, a guard against losing what was typed. */
export function FormFrame<V extends object>(props: FormFrameProps<V>) {
  const { label, initial, onSubmit, problem, submitWord, onCancel, foot, guard = true, onDirty, children } = props;
  const { words } = useKit();
  const [form] = Form.useForm();
  const [dirty, setDirty] = useState(false);
  const { values, setValues, write } = useValues(form, initial);
  const rest = useServerProblem(form, problem);
  const markDirty = (next: boolean) => {
    setDirty(next);
    onDirty?.(next);
  };
  const { busy, send } = useSending(onSubmit, () => markDirty(false));
  return (
    <TypedValues value={values}>
      <WriteValues value={write}>
        <Form
          form={form}
          layout="vertical"
          aria-label={label}
          initialValues={initial}
          requiredMark={false}
          scrollToFirstError={{ focus: true, block: 'center' }}
          validateTrigger="onBlur"
          className="k-form"
          onValuesChange={(changed: object, all: V) => {
            // A refusal speaks of what stood there; once that is mended it is silent.
            for (const name of Object.keys(changed))
              if (form.getFieldError(name).length > 0) form.setFields([{ name, errors: [] }]);
            setValues(all as FormValues);
            if (!dirty) markDirty(true);
          }}
          onFinish={send}
        >
          {problem && (
            <Notice tone="late" title={problem.title}>
              {[...new Set([problem.hint, ...rest])].filter(Boolean).join(' ') || undefined}
            </Notice>
          )}
          {children}
          <div className="k-form-foot">
            {foot}
            {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
            <Button kind="primary" submit busy={busy}>
              {submitWord ?? words.save}
            </Button>
          </div>
        </Form>
        {guard && <UnsavedGuard dirty={dirty && !busy} />}
      </WriteValues>
    </TypedValues>
  );
}
