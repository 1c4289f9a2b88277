import { createApiKey, listApiKeys } from '@dealtrail/protocol/auth';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { CopyLine } from '../../../kit/copy/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useSettingsWords } from '../parts/words.ts';

/** Makes an API key and shows it, this once. */
export function ApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useSettingsWords();
  const act = useAct(createApiKey, { invalidates: [listApiKeys] });
  const problem = useProblemWords(act.error);
  const [key, setKey] = useState<string>();
  return (
    <Dialog open title={word('settings.apiKey.new')} onClose={onClose}>
      {key ? (
        <div className="k-stack">
          <p>{word('settings.apiKey.once')}</p>
          <CopyLine
            label={word('settings.apiKey.key')}
            value={key}
            copyWord={word('settings.copy')}
            copiedWord={word('settings.copied')}
          />
          <div className="k-form-foot">
            <Button kind="primary" onClick={onClose}>
              {word('settings.done')}
            </Button>
          </div>
        </div>
      ) : (
        <FormFrame<{ name: string }>
          label={word('settings.apiKey.new')}
          initial={{}}
          guard={false}
          problem={problem}
          submitWord={word('settings.apiKey.make')}
          onCancel={onClose}
          onSubmit={async ({ name }) => setKey((await act.run({ body: { name: name.trim() } })).key)}
        >
          <Field name="name" label={word('settings.apiKey.name')} help={word('settings.apiKey.name.hint')} required>
            <Input maxLength={80} autoComplete="off" autoFocus />
          </Field>
        </FormFrame>
      )}
    </Dialog>
  );
}
