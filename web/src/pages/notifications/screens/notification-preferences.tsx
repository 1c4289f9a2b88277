import {
  getPreferences,
  type NotificationPreferences as Preferences,
  savePreferences,
  saveUrgentNotices,
} from '@dealtrail/protocol/notifications';
import { Checkbox } from 'antd';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { QuietHours } from '../parts/quiet-hours.tsx';
import { useNoticeWords, useWordsOfKinds } from '../parts/words.ts';
import '../parts/notifications.css';

type Chosen = Preferences['notices'][number];

interface SwitchesProps {
  readonly notices: readonly Chosen[];
  readonly busy: boolean;
  readonly onChoose: (notice: Chosen) => void;
  /** Absent for who does not run the organisation. */
  readonly onUrgent?: ((notice: Chosen) => void) | undefined;
}

function Switches({ notices, busy, onChoose, onUrgent }: SwitchesProps) {
  const word = useNoticeWords();
  return (
    <table className="notice-switches">
      <thead>
        <tr>
          <th scope="col">{word('preferences.kind')}</th>
          <th scope="col">{word('preferences.app')}</th>
          <th scope="col">{word('preferences.mail')}</th>
          {onUrgent && <th scope="col">{word('preferences.urgent')}</th>}
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => {
          const kind = word(`notice.${notice.kind}`);
          return (
            <tr key={notice.kind}>
              <th scope="row">{kind}</th>
              <td>
                <Checkbox
                  aria-label={word('preferences.app.of', { kind })}
                  checked={notice.app}
                  disabled={busy}
                  onChange={({ target }) => onChoose({ ...notice, app: target.checked })}
                />
              </td>
              <td>
                {notice.mail === null ? (
                  <span className="k-s12 k-t3 k-nowrap">{word('preferences.mail.never')}</span>
                ) : (
                  <Checkbox
                    aria-label={word('preferences.mail.of', { kind })}
                    checked={notice.mail}
                    disabled={busy}
                    onChange={({ target }) => onChoose({ ...notice, mail: target.checked })}
                  />
                )}
              </td>
              {onUrgent && (
                <td>
                  {notice.mail !== null && (
                    <Checkbox
                      aria-label={word('preferences.urgent.of', { kind })}
                      checked={notice.urgent}
                      disabled={busy}
                      onChange={({ target }) => onUrgent({ ...notice, urgent: target.checked })}
                    />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Choices({ found }: { readonly found: Preferences }) {
  const word = useNoticeWords();
  const may = useMay();
  const save = useAct(savePreferences, { invalidates: [getPreferences] });
  const urgent = useAct(saveUrgentNotices, { invalidates: [getPreferences] });
  const { notices, quiet, version, zone } = found;
  const busy = save.busy || urgent.busy;
  const choose = ({ kind, app, mail }: Chosen) =>
    save.press({ body: { version, notices: [{ kind, app, mail: mail ?? false }] } });
  const mark = (changed: Chosen) => {
    const kinds = notices.map((each) => (each.kind === changed.kind ? changed : each)).filter((each) => each.urgent);
    urgent.press({ body: { kinds: kinds.map(({ kind }) => kind) } });
  };
  return (
    <div className="notice-settings">
      {!found.mailConfigured && <Notice tone="soon" title={word('preferences.noMail')} />}
      <ProblemNotice error={save.error ?? urgent.error} />
      <Card
        flush
        title={word('preferences.what')}
        note={found.mailConfigured && word('preferences.address', { email: found.email })}
      >
        <Switches
          notices={notices}
          busy={busy}
          onChoose={choose}
          onUrgent={may('organization.manage') ? mark : undefined}
        />
      </Card>
      {may('organization.manage') && <p className="k-s13 k-t3">{word('preferences.urgent.hint')}</p>}
      <Card title={word('preferences.quiet')}>
        <QuietHours
          key={version}
          quiet={quiet}
          zone={zone}
          busy={busy}
          onSave={(next) => save.press({ body: { version, quiet: next } })}
        />
      </Card>
    </div>
  );
}

/** What reaches the member, over which channel, and when it waits. */
export function NotificationPreferences() {
  const word = useNoticeWords();
  const found = useOperation(getPreferences, {});
  useWordsOfKinds(found.data?.notices.map(({ kind }) => kind) ?? []);
  return (
    <SettingsFrame here="notifications" note={word('preferences.note')}>
      {found.data ? (
        <Choices found={found.data} />
      ) : found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
    </SettingsFrame>
  );
}
