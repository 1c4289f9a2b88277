import type { PublicForm } from '@dealtrail/protocol/forms';
import { drawForm, make, type Refusal, showFaults } from './draw-form.ts';
import { style } from './style.ts';
import { type Say, sayFor } from './words.ts';

// The script stands on a page of somebody else; our product is where it came from.
const { origin } = new URL(import.meta.url);

/** Names one filling-in, so that a lost answer makes no second submission; pages without TLS have no randomUUID. */
function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(address: string, told: object): Promise<Response | undefined> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(told),
  }).catch(() => undefined);
}

/** Sends what was filled in; all of it stays until the server has it. */
async function submit(form: HTMLFormElement, address: string, submissionId: string, say: Say): Promise<void> {
  const button = form.querySelector('button');
  if (button?.disabled) return;
  if (button) button.disabled = true;
  const told = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  const answer = await send(address, { ...told, submissionId });
  if (button) button.disabled = false;
  if (!answer) return showFaults(form, { title: say('forms.embed.offline') });
  const said = (await answer.json()) as Refusal & { readonly thanksText: string; readonly redirectUrl: string | null };
  if (!answer.ok) return showFaults(form, said);
  if (said.redirectUrl) globalThis.location.assign(said.redirectUrl);
  else form.replaceWith(make('p', { class: 'thanks', role: 'status' }, said.thanksText));
}

async function show(place: HTMLElement): Promise<void> {
  if (place.shadowRoot) return;
  const key = place.dataset.dealtrailForm ?? '';
  const say = sayFor(place);
  const address = `${origin}/api/v1/public/forms/${encodeURIComponent(key)}`;
  const inside = place.attachShadow({ mode: 'open' });
  // Where a page forbids styles of others, sheets made by script still hold.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  if ('adoptedStyleSheets' in inside) inside.adoptedStyleSheets = [sheet];
  else (inside as ShadowRoot).append(make('style', {}, style));
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return inside.append(make('p', {}, say(answer ? 'forms.public.gone' : 'forms.embed.offline')));
  const form = drawForm((await answer.json()) as PublicForm, say);
  const submissionId = freshId();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form, address, submissionId, say);
  });
  inside.append(form);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-dealtrail-form]')) void show(place);
