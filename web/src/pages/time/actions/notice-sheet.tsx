import { getCalendar, readHolidayNotice, saveCalendarDays } from '@dealtrail/protocol/calendar';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Notice } from '../../../kit/states/index.ts';
import { useTimeWords } from '../parts/words.ts';

type Read = Answer<typeof readHolidayNotice>;

function ReadDays({ read }: { readonly read: Read }) {
  const word = useTimeWords();
  const count = (kind: 'rest' | 'work') => read.days.filter((day) => day.kind === kind).length;
  if (read.days.length === 0) return <Notice tone="soon" title={word('time.calendar.import.nothing')} />;
  return (
    <Notice title={word('time.calendar.import.found', { rest: count('rest'), work: count('work') })}>
      <ul>
        {read.days.map(({ day, kind, name }) => (
          <li key={day}>
            {name
              ? word('time.calendar.day.named', { day, kind: word(`dayKind.${kind}`), name })
              : word('time.calendar.day', { day, kind: word(`dayKind.${kind}`) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface Asked {
  readonly year: number;
  readonly text: string;
}

function AskedFields({ asked, onChange }: { readonly asked: Asked; readonly onChange: (asked: Asked) => void }) {
  const word = useTimeWords();
  return (
    <>
      <label className="k-stack">
        <span className="k-s13 k-t2">{word('time.calendar.import.year')}</span>
        <InputNumber
          value={asked.year}
          min={2004}
          max={2100}
          precision={0}
          onChange={(year) => onChange({ ...asked, year: year ?? asked.year })}
        />
      </label>
      <label className="k-stack">
        <span className="k-s13 k-t2">{word('time.calendar.import.text')}</span>
        <Input.TextArea
          value={asked.text}
          rows={8}
          maxLength={20_000}
          onChange={({ target }) => onChange({ ...asked, text: target.value })}
        />
      </label>
    </>
  );
}

function Understood({ read }: { readonly read: Read }) {
  const word = useTimeWords();
  return (
    <>
      <ReadDays read={read} />
      {read.unread.length > 0 && (
        <Notice tone="soon" title={word('time.calendar.import.unread')}>
          <ul>
            {read.unread.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Reads the days of a year out of a pasted notice, shows what was understood, and saves it. */
export function NoticeSheet({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const word = useTimeWords();
  const [asked, setAsked] = useState<Asked>({ year, text: '' });
  const [read, setRead] = useState<Read>();
  const reading = useAct(readHolidayNotice, { onDone: setRead });
  const saving = useAct(saveCalendarDays, { invalidates: [getCalendar, 'clocks.*'], onDone: onClose });
  const days = (read?.days ?? []).map(({ day, kind, name }) => ({ day, kind, ...(name ? { name } : {}) }));
  const change = (next: Asked) => {
    setAsked(next);
    setRead(undefined);
  };
  return (
    <Sheet open title={word('time.calendar.import')} onClose={onClose}>
      <div className="k-stack">
        <p className="k-t2">{word('time.calendar.import.note')}</p>
        <ProblemNotice error={reading.error ?? saving.error} />
        <AskedFields asked={asked} onChange={change} />
        <div className="k-row">
          <Button
            kind={read ? 'plain' : 'primary'}
            busy={reading.busy}
            disabled={asked.text.trim() === ''}
            onClick={() => reading.press({ body: asked })}
          >
            {word('time.calendar.import.read')}
          </Button>
          {days.length > 0 && (
            <Button kind="primary" busy={saving.busy} onClick={() => saving.press({ body: { days } })}>
              {word('time.calendar.import.save', { count: days.length })}
            </Button>
          )}
        </div>
        {read && <Understood read={read} />}
      </div>
    </Sheet>
  );
}
