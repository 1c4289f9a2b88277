import type { FormFieldName } from '@dealtrail/protocol/forms';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { takeIn } from '../../leads/index.ts';
import type { OpenForm } from '../store/form-store.ts';

/** What a visitor told of themselves. */
export type Told = Partial<Record<FormFieldName, string>>;

/** Makes or joins the lead of a submission and writes into its history by which form it came and what was agreed to. */
export async function takeSubmission(
  tx: Tx,
  actor: Actor,
  form: Pick<OpenForm, 'id' | 'name' | 'source' | 'campaign' | 'consentText'>,
  told: Told,
): ReturnType<typeof takeIn> {
  const taken = await takeIn(tx, actor, { ...told, source: form.source, campaign: form.campaign });
  tx.publish({
    type: 'forms.submitted',
    recordId: taken.leadId,
    data: { formId: form.id, outcome: taken.outcome },
    text:
      taken.outcome === 'created'
        ? { key: 'forms.event.submitted', params: { form: form.name, consent: form.consentText } }
        : { key: 'forms.event.submitted_again', params: { form: form.name, need: told.need ?? '—' } },
  });
  return taken;
}
