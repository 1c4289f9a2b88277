import type { FormField } from '@dealtrail/protocol/forms';
import { inputTypeOf } from './field-look.ts';

/** What the code to embed says in the words of the page's language. */
export interface PlainPageWords {
  /** The usual name of a field that has none of its own. */
  readonly label: (field: FormField['name']) => string;
  readonly consent: string;
  readonly send: string;
}

/** Two lines any page can hold: the place of a form, and the script that fills it. */
export function scriptCode(origin: string, key: string): string {
  return [
    `<div data-dealtrail-form="${escapeHtml(key)}"></div>`,
    `<script type="module" src="${escapeHtml(origin)}/embed/form.js"></script>`,
  ].join('\n');
}

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => escaped[letter] ?? letter);
}

function inputOf({ name, required }: FormField): string {
  const must = required ? ' required' : '';
  if (name === 'need') return `<textarea name="${name}" rows="4" maxlength="10000"${must}></textarea>`;
  return `<input name="${name}" type="${inputTypeOf(name)}"${must}>`;
}

/** HTML of a form that any page can hold: no script, no style, sent to `action`, with the trap people cannot see. */
export function plainPage(action: string, fields: readonly FormField[], words: PlainPageWords): string {
  const lines = fields.map(
    (field) => `  <p><label>${escapeHtml(field.label ?? words.label(field.name))}<br>${inputOf(field)}</label></p>`,
  );
  return [
    `<form method="post" action="${escapeHtml(action)}" accept-charset="utf-8">`,
    ...lines,
    `  <p hidden><input name="website_url" tabindex="-1" autocomplete="off"></p>`,
    `  <p><label><input type="checkbox" name="consent" value="yes" required> ${escapeHtml(words.consent)}</label></p>`,
    `  <p><button>${escapeHtml(words.send)}</button></p>`,
    `</form>`,
  ].join('\n');
}
