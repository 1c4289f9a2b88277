import { type PublicForm as Asked, submitForm } from '@dealtrail/protocol/forms';
import { Input } from 'antd';
import { type CSSProperties, type ReactNode, useRef, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useAddressParam, useGo } from '../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Door } from '../../organization/index.ts';
import { useFormWords } from '../parts/words.ts';
import { usePublicForm } from '../queries.ts';
import { inkOn } from '../rules/accent.ts';
import { inputTypeOf } from '../rules/field-look.ts';
import '../parts/forms.css';

type Typed = Readonly<Record<string, string>>;

function Fields({ fields }: Pick<Asked, 'fields'>) {
  const word = useFormWords();
  return fields.map(({ name, required, label: own }) => {
    const label = own ?? word(`formField.${name}`);
    return (
      <Field
        key={name}
        name={name}
        label={required ? label : word('forms.public.optional', { field: label })}
        required={required}
      >
        {name === 'need' ? (
          <Input.TextArea rows={4} maxLength={10_000} placeholder={word('forms.public.need.hint')} />
        ) : (
          <Input type={inputTypeOf(name)} maxLength={200} />
        )}
      </Field>
    );
  });
}

/** A page in the colour of a company, in every theme of the visitor. */
function InColours({ accent, children }: { readonly accent: string | null; readonly children: ReactNode }) {
  if (accent === null) return children;
  const colours = { '--accent': accent, '--accent-hover': accent, '--on-accent': inkOn(accent) } as CSSProperties;
  return (
    <div className="form-coloured" style={colours}>
      {children}
    </div>
  );
}

/** A form as its visitor fills it in; what they typed stays until the server has it. */
function Filling({ formKey, asked }: { readonly formKey: string; readonly asked: Asked }) {
  const word = useFormWords();
  const go = useGo();
  const [agreed, setAgreed] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  // One filling-in has one name, so that pressing twice or a lost answer makes no second submission.
  const [submissionId] = useState(() => crypto.randomUUID());
  const act = useAct(submitForm);
  const problem = useProblemWords(act.error);
  const title = asked.title ?? word('forms.public.title', { name: asked.organizationName });
  return (
    <Door title={title} note={asked.intro !== null && <span className="form-intro">{asked.intro}</span>}>
      <FormFrame<Typed>
        label={title}
        initial={{}}
        problem={problem}
        submitWord={asked.sendText ?? word('forms.public.send')}
        guard={false}
        onSubmit={async (typed) => {
          const told = Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
          const sent = await act.run({
            params: { key: formKey },
            body: { ...told, consent: agreed ? 'yes' : '', submissionId, website_url: trap.current?.value ?? '' },
          });
          if (sent.redirectUrl) globalThis.location.assign(sent.redirectUrl);
          else go(`/f/${formKey}/thanks`, true);
        }}
      >
        <Fields fields={asked.fields} />
        <p className="form-trap" aria-hidden="true">
          <input ref={trap} name="website_url" tabIndex={-1} autoComplete="off" />
        </p>
        <label className="form-consent">
          <input type="checkbox" checked={agreed} onChange={({ target }) => setAgreed(target.checked)} />
          <span>{asked.consentText}</span>
        </label>
      </FormFrame>
    </Door>
  );
}

/** The page of a web form, for anybody who has its link. */
export function PublicForm() {
  const word = useFormWords();
  const key = useAddressParam('key');
  const found = usePublicForm(key);
  if (found.data)
    return (
      <InColours accent={found.data.accent}>
        <Filling formKey={key} asked={found.data} />
      </InColours>
    );
  if (found.isError)
    return (
      <Door title={word('forms.public.gone')} note={word('forms.public.gone.hint')}>
        {null}
      </Door>
    );
  return (
    <Door title={word('forms.public.title', { name: '' })}>
      <Skeleton count={4} />
    </Door>
  );
}
