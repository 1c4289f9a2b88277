import type { NotificationPreferences } from '@dealtrail/protocol/notifications';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { useNoticeWords } from './words.ts';

type Quiet = NotificationPreferences['quiet'];

const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** A time as people type it: full-width signs and 7:30 are meant as 07:30. */
const typed = (text: string): string => text.normalize('NFKC').trim();
const padded = (time: string): string => time.padStart(5, '0');

/** The hours in which no mail leaves. */
export function QuietHours({
  quiet,
  zone,
  busy,
  onSave,
}: {
  readonly quiet: Quiet;
  readonly zone: string;
  readonly busy: boolean;
  readonly onSave: (quiet: Quiet) => void;
}) {
  const word = useNoticeWords();
  const [from, setFrom] = useState(quiet.from);
  const [to, setTo] = useState(quiet.to);
  const wrong = [from, to].some((time) => !TIME.test(time));
  const changed = padded(from) !== quiet.from || padded(to) !== quiet.to;
  return (
    <>
      <Checkbox checked={quiet.on} disabled={busy} onChange={({ target }) => onSave({ ...quiet, on: target.checked })}>
        {word('preferences.quiet.on')}
      </Checkbox>
      {quiet.on && (
        <div className="notice-hours">
          <label className="k-row">
            <span>{word('preferences.quiet.from')}</span>
            <Input
              value={from}
              maxLength={5}
              inputMode="numeric"
              onChange={({ target }) => setFrom(typed(target.value))}
            />
          </label>
          <label className="k-row">
            <span>{word('preferences.quiet.to')}</span>
            <Input value={to} maxLength={5} inputMode="numeric" onChange={({ target }) => setTo(typed(target.value))} />
          </label>
          {changed && (
            <Button
              kind="primary"
              busy={busy}
              disabled={wrong}
              onClick={() => onSave({ on: true, from: padded(from), to: padded(to) })}
            >
              {word('preferences.quiet.save')}
            </Button>
          )}
          {wrong && (
            <span role="alert" className="k-s13 k-t2">
              {word('preferences.quiet.time')}
            </span>
          )}
        </div>
      )}
      <p className="k-s13 k-t3">{word('preferences.quiet.zone', { zone })}</p>
    </>
  );
}
