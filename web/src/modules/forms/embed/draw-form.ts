import type { FormField, PublicForm } from '@dealtrail/protocol/forms';
import { inkOn, USUAL_ACCENT } from '../rules/accent.ts';
import { inputTypeOf } from '../rules/field-look.ts';
import type { Say } from './words.ts';

const fillable: Partial<Record<FormField['name'], string>> = {
  companyName: 'organization',
  contactName: 'name',
  contactTitle: 'organization-title',
  phone: 'tel',
  email: 'email',
};

type Child = Node | string | false;

/** An element with attributes and children; texts stay texts. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== false));
  return element;
}

function inputOf({ name, required }: FormField, say: Say): HTMLInputElement | HTMLTextAreaElement {
  const input =
    name === 'need'
      ? make('textarea', { maxlength: '10000', placeholder: say('forms.public.need.hint') })
      : make('input', { type: inputTypeOf(name), maxlength: '200', autocomplete: fillable[name] ?? 'on' });
  input.name = name;
  input.required = required;
  return input;
}

function fieldOf(field: FormField, say: Say): HTMLLabelElement {
  const label = field.label ?? say(`formField.${field.name}`);
  const called = field.required ? label : say('forms.public.optional', { field: label });
  return make('label', { class: 'field' }, make('span', {}, called), inputOf(field, say));
}

/** The form as elements: fields in their order, the trap no person sees, consent and the button. */
export function drawForm(asked: PublicForm, say: Say): HTMLFormElement {
  const title = asked.title ?? say('forms.public.title', { name: asked.organizationName });
  const form = make(
    'form',
    { 'aria-label': title },
    make('h2', {}, title),
    asked.intro !== null && make('p', { class: 'intro' }, asked.intro),
    ...asked.fields.map((field) => fieldOf(field, say)),
    make(
      'p',
      { class: 'trap', 'aria-hidden': 'true' },
      make('input', { name: 'website_url', tabindex: '-1', autocomplete: 'off' }),
    ),
    make(
      'label',
      { class: 'consent' },
      make('input', { type: 'checkbox', name: 'consent', value: 'yes', required: '' }),
      make('span', {}, asked.consentText),
    ),
    make('p', { class: 'fault', role: 'alert' }),
    make('button', {}, asked.sendText ?? say('forms.public.send')),
  );
  const accent = asked.accent ?? USUAL_ACCENT;
  form.style.setProperty('--accent', accent);
  form.style.setProperty('--ink', inkOn(accent));
  return form;
}

/** Shows a refusal: at its fields where it names them, else above the button. */
export function showFaults(form: HTMLFormElement, problem: Refusal | undefined): void {
  for (const old of form.querySelectorAll('label .fault')) old.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  const first = (problem?.fields ?? []).flatMap(({ path, message }) => {
    const input = form.elements.namedItem(path);
    if (!(input instanceof HTMLElement)) return [];
    input.setAttribute('aria-invalid', 'true');
    if (message) input.after(make('span', { class: 'fault' }, message));
    return [input];
  })[0];
  const line = form.querySelector('p.fault');
  if (line) line.textContent = problem?.title ?? '';
  first?.focus();
}

/** What the server says of a submission it does not take. */
export interface Refusal {
  readonly title: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}
