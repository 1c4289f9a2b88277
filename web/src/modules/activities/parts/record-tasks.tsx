import { completeTask, createTask, type Task } from '@dealtrail/protocol/activities';
import { Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { DayInput, instantAt } from '../../../kit/form/index.ts';
import { dayOf, Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useTasks } from '../queries.ts';
import { useActivityWords } from './words.ts';
import './record-lists.css';

/** A task for a day is due at the end of its working hours, as the server counts a promised next step. */
const END_OF_WORK = '18:00';

const concerned = ['activities.*', 'insights.*', 'opportunities.*'] as const;

function TaskLine({ task }: { readonly task: Task }) {
  const word = useActivityWords();
  const say = useSay();
  const act = useAct(completeTask, { invalidates: concerned });
  const now = useNow();
  const title = say(task.title) || word(`taskKind.${task.kind}`);
  const late = task.dueAt !== null && Date.parse(task.dueAt) < now;
  return (
    <li>
      <IconButton
        small
        icon="check"
        className="task-tick"
        label={word('activities.task.finish', { title })}
        onClick={() => act.press({ params: { id: task.id }, body: {} })}
      />
      <div className="k-grow">
        <div>{title}</div>
        <div className="k-s12 k-t3">
          <Facts>
            {task.dueAt && (
              <span className={late ? 'k-late' : ''}>
                <Moment at={task.dueAt} />
              </span>
            )}
            {task.ownerName}
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
    </li>
  );
}

function NewTask({ recordId }: { readonly recordId: string }) {
  const word = useActivityWords();
  const { zone } = useKit();
  const today = dayOf(useNow(), zone);
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const act = useAct(createTask, { invalidates: concerned });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    const due = day ? { dueAt: instantAt(`${day}T${END_OF_WORK}`, zone) } : {};
    try {
      await act.run({ body: { recordId, title: title.trim(), ...due } });
      setTitle('');
      setDay(null);
    } catch {
      // Said below; what was typed stays.
    }
  };
  return (
    <form className="new-task" onSubmit={(event) => void add(event)}>
      <Input
        aria-label={word('activities.task.new')}
        placeholder={word('activities.task.new')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="k-row">
        <div className="k-grow">
          <DayInput
            label={word('activities.task.due')}
            placeholder={word('activities.task.due')}
            from={today}
            value={day}
            onChange={setDay}
          />
        </div>
        <Button submit disabled={!title.trim()} busy={act.busy}>
          {word('activities.task.add')}
        </Button>
      </div>
      <ProblemNotice error={act.error} />
    </form>
  );
}

/** What is still to be done on a record, with a tick each, and a line for a new task. */
export function RecordTasks({ recordId, mayAdd }: { readonly recordId: string; readonly mayAdd: boolean }) {
  const word = useActivityWords();
  const found = useTasks(recordId);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={2} />;
  const open = found.data.items.filter((task) => task.doneAt === null);
  const done = found.data.items.length - open.length;
  return (
    <div className="k-stack">
      {open.length > 0 ? (
        <ul className="record-tasks">
          {open.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      ) : (
        <p className="k-t3">{word('activities.tasks.none')}</p>
      )}
      {done > 0 && <p className="k-s12 k-t3">{word('activities.tasks.finished', { count: done })}</p>}
      {mayAdd && <NewTask recordId={recordId} />}
    </div>
  );
}
