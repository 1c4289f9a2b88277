import { getCalendar, saveCalendarDays } from '@dealtrail/protocol/calendar';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useTimeWords } from '../parts/words.ts';
import type { GridDay } from '../rules/month-grid.ts';

type Choice = 'work' | 'rest' | 'rule';

/** Makes one day worked or free, or gives it back to what holds without a word of one's own. */
export function DayDialog({ day, onClose }: { readonly day: GridDay; readonly onClose: () => void }) {
  const word = useTimeWords();
  const { words } = useKit();
  const act = useAct(saveCalendarDays, { invalidates: [getCalendar, 'clocks.*'], onDone: onClose });
  const [choice, setChoice] = useState<Choice>(day.works ? 'rest' : 'work');
  const [name, setName] = useState(day.special?.name ?? '');
  const title = word('time.calendar.change', { day: day.day });
  const kind = choice === 'rule' ? null : choice;
  const named = name.trim();
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            kind="primary"
            busy={act.busy}
            onClick={() =>
              act.press({ body: { days: [{ day: day.day, kind, ...(named && kind ? { name: named } : {}) }] } })
            }
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className="k-stack">
        <ProblemNotice error={act.error} />
        <ChoiceChips
          label={title}
          value={choice}
          onChange={(next) => setChoice(next as Choice)}
          choices={[
            { value: 'work', word: word('dayKind.work') },
            { value: 'rest', word: word('dayKind.rest') },
            ...(day.special?.own ? [{ value: 'rule', word: word('time.calendar.change.rule') }] : []),
          ]}
        />
        {choice !== 'rule' && (
          <label className="k-stack">
            <span className="k-s13 k-t2">{word('time.calendar.change.name')}</span>
            <Input value={name} maxLength={40} onChange={({ target }) => setName(target.value)} />
          </label>
        )}
      </div>
    </Dialog>
  );
}
