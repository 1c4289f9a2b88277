import {
  createHook,
  type InboundField,
  type InboundHook,
  listHooks,
  type OpenedHook,
  updateHook,
} from '@dealtrail/protocol/forms';
import { Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { CampaignInput } from '../../campaigns/index.ts';
import { useSourceOptions } from '../../leads/index.ts';
import { MappingInput } from '../parts/mapping-input.tsx';
import { MappingTrial, written } from '../parts/mapping-trial.tsx';
import { useFormWords } from '../parts/words.ts';

interface Typed {
  readonly name: string;
  readonly source: string;
  readonly campaign?: string;
  readonly fields: readonly InboundField[];
  readonly deliveryPath?: string;
  readonly signed?: boolean;
}

const given = (text: string | undefined) => text?.trim() || null;

const usual: readonly InboundField[] = (['companyName', 'contactName', 'phone', 'need'] as const).map((name) => ({
  name,
  path: name,
}));

function Fields({ hook }: { readonly hook: InboundHook | undefined }) {
  const word = useFormWords();
  const sources = useSourceOptions();
  const [paths, setPaths] = useState<readonly string[]>([]);
  return (
    <>
      <Field name="name" label={word('inbound.field.name')} required>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="source" label={word('inbound.field.source')} required>
        <Select options={[...sources]} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="campaign" label={word('inbound.field.campaign')}>
        <CampaignInput />
      </Field>
      <Field name="fields" label={word('inbound.field.fields')} help={word('inbound.field.fields.help')} required>
        <MappingInput paths={paths} />
      </Field>
      <Field
        name="deliveryPath"
        label={word('inbound.field.deliveryPath')}
        help={word('inbound.field.deliveryPath.help')}
      >
        <Input maxLength={200} autoComplete="off" />
      </Field>
      {hook ? (
        <MappingTrial hookId={hook.id} onPaths={setPaths} />
      ) : (
        <Field name="signed" label={word('inbound.field.signed')} valueProp="checked">
          <Switch />
        </Field>
      )}
    </>
  );
}

interface HookSheetProps {
  readonly hook: InboundHook | undefined;
  readonly onOpened: (opened: OpenedHook) => void;
  readonly onClose: () => void;
}

/** Makes a door or changes its mapping, which can be tried on a sample. */
export function HookSheet({ hook, onOpened, onClose }: HookSheetProps) {
  const word = useFormWords();
  const making = useAct(createHook, { invalidates: [listHooks] });
  const changing = useAct(updateHook, { invalidates: [listHooks] });
  const problem = useProblemWords(making.error ?? changing.error);
  const title = hook ? hook.name : word('inbound.new');
  const initial = hook
    ? { ...hook, campaign: hook.campaign ?? '', deliveryPath: hook.deliveryPath ?? '' }
    : { source: 'website', fields: usual, signed: false };
  return (
    <FormSheet open title={title} width={680} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={initial}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={async ({ name, source, campaign, fields, deliveryPath, signed = false }) => {
            const settings = {
              name,
              source,
              campaign: given(campaign),
              fields: written(fields),
              deliveryPath: given(deliveryPath),
            };
            if (hook) await changing.run({ params: { id: hook.id }, body: { version: hook.version, ...settings } });
            else onOpened(await making.run({ body: { ...settings, signed, active: true } }));
            onClose();
          }}
        >
          <Fields hook={hook} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
