import { addTouch, type Lead } from '@dealtrail/protocol/leads';
import { AutoComplete, Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { CampaignInput } from '../../campaigns/index.ts';
import { useLeadWords, useSourceOptions } from '../parts/words.ts';

interface Typed {
  readonly source: string;
  readonly campaign?: string;
  readonly note?: string;
}

/** Notes that a known lead came again through a source. */
export function AddTouchDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const sources = useSourceOptions();
  const act = useAct(addTouch, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  return (
    <Dialog open title={word('leads.sources.addTo', { title: lead.title })} onClose={onClose}>
      <FormFrame<Typed>
        label={word('leads.sources.add')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.sources.add')}
        onCancel={onClose}
        onSubmit={async ({ source, campaign, note }) => {
          const body = { source: source.trim(), campaign: campaign?.trim() || null, note: note?.trim() || null };
          await act.run({ params: { id: lead.id }, body });
          onClose();
        }}
      >
        <Field name="source" label={word('leads.field.source')} help={word('leads.sources.hint')} required>
          <AutoComplete
            maxLength={120}
            options={sources.map(({ label }) => ({ value: label }))}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          />
        </Field>
        <Field name="campaign" label={word('leads.field.campaign')}>
          <CampaignInput />
        </Field>
        <Field name="note" label={word('leads.sources.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1_000} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
