import type { PublicForm } from '@dealtrail/protocol/forms';
import type { CSSProperties } from 'react';
import { inkOn } from '../rules/accent.ts';
import { useFormWords } from './words.ts';
import './forms.css';

/** How visitors will see a form, while it is being made; nothing in it can be pressed. */
export function FormPreview({ form }: { readonly form: Omit<PublicForm, 'thanksText'> }) {
  const word = useFormWords();
  const { accent } = form;
  const colours = accent ? ({ '--accent': accent, '--on-accent': inkOn(accent) } as CSSProperties) : undefined;
  return (
    <section className="form-preview" aria-label={word('forms.preview')} style={colours}>
      <p className="k-s12 k-t3">{word('forms.preview')}</p>
      <h3>{form.title || word('forms.public.title', { name: form.organizationName })}</h3>
      {form.intro && <p className="form-intro k-t2">{form.intro}</p>}
      <ul>
        {form.fields.map(({ name, required, label }) => {
          const called = label ?? word(`formField.${name}`);
          return (
            <li key={name}>
              <span className="k-s13">{required ? called : word('forms.public.optional', { field: called })}</span>
              <span className={name === 'need' ? 'form-blank tall' : 'form-blank'} />
            </li>
          );
        })}
      </ul>
      <p className="form-consent">
        <span className="form-box" />
        <span>{form.consentText}</span>
      </p>
      <p className="form-send">{form.sendText || word('forms.public.send')}</p>
    </section>
  );
}
