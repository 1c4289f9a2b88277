import { listApiKeys, revokeApiKey } from '@dealtrail/protocol/auth';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Day, Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { ApiKeyDialog } from '../actions/api-key-dialog.tsx';
import { SettingsFrame } from '../parts/settings-frame.tsx';
import { useSettingsWords } from '../parts/words.ts';
import { useApiKeys } from '../settings-queries.ts';

type ApiKey = Answer<typeof listApiKeys>['items'][number];

function Line({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: () => void }) {
  const word = useSettingsWords();
  return (
    <li>
      <div className="k-grow">
        <b>{apiKey.name}</b>
        <div className="k-s13 k-t2">
          <Facts>
            <code>{apiKey.hint}…</code>
            <Moment at={apiKey.createdAt} />
            {apiKey.lastUsedOn ? (
              <span>
                {word('settings.apiKey.lastUsed')} <Day day={apiKey.lastUsedOn} />
              </span>
            ) : (
              word('settings.apiKey.unused')
            )}
          </Facts>
        </div>
      </div>
      <Button small label={word('settings.apiKey.revokeOf', { name: apiKey.name })} onClick={onRevoke}>
        {word('settings.apiKey.revoke')}
      </Button>
    </li>
  );
}

function RevokeDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const word = useSettingsWords();
  const { words } = useKit();
  const act = useAct(revokeApiKey, { invalidates: [listApiKeys], onDone: onClose });
  return (
    <Dialog
      open
      title={word('settings.apiKey.revokeOf', { name: apiKey.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button kind="danger" busy={act.busy} onClick={() => act.press({ params: { id: apiKey.id } })}>
            {word('settings.apiKey.revoke')}
          </Button>
        </>
      }
    >
      <p>{word('settings.apiKey.revoke.note')}</p>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}

/** The own API keys: what scripts act with, in one's own name and rights. */
export function ApiKeys() {
  const word = useSettingsWords();
  const found = useApiKeys();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const items = found.data?.items;
  const make = (
    <Button kind="primary" icon="key" onClick={() => setMaking(true)}>
      {word('settings.apiKey.new')}
    </Button>
  );
  return (
    <SettingsFrame here="apiKeys" note={word('settings.apiKeys.note')} actions={make}>
      {found.isError && !items ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !items ? (
        <Skeleton shape="rows" count={3} />
      ) : items.length === 0 ? (
        <Empty icon="key" title={word('settings.apiKeys.empty')} hint={word('settings.apiKeys.empty.hint')} />
      ) : (
        <ul className="settings-list">
          {items.map((apiKey) => (
            <Line key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
          ))}
        </ul>
      )}
      {making && <ApiKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </SettingsFrame>
  );
}
