import { completeTask, type Task } from '@dealtrail/protocol/activities';
import type { Unmet } from '@dealtrail/protocol/kernel';
import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { useId } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useSay, useWords } from '../../../kernel/i18n/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Day, dayOf, daysBetween, Moment } from '../../../kit/formats/index.ts';
import { Avatar, StateTag } from '../../../kit/mark/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { concerned } from '../queries.ts';
import { taskBehind } from '../rules/gate-acts.ts';
import { tasksByPlace } from '../rules/task-places.ts';
import { useFocusOn } from './use-focus-on.ts';
import { useOpportunityWords } from './words.ts';
import './opportunity.css';

/** Further away than this, the hour a task is due says nothing. */
const NEAR_DAYS = 1;

interface TaskLineProps {
  readonly task: Task;
  /** Whether this member may tick it off. */
  readonly mayFinish: boolean;
  /** The gate asks for this one: takes the focus. */
  readonly asked: boolean;
}

function Due({ task }: { readonly task: Task }) {
  const word = useOpportunityWords();
  const { zone } = useKit();
  const now = useNow();
  if (task.doneAt) return <Moment at={task.doneAt} ago />;
  if (!task.dueAt) return null;
  const late = Date.parse(task.dueAt) < now;
  const day = dayOf(task.dueAt, zone);
  return (
    <span className={late ? 'k-late' : ''}>
      {late && `${word('opportunities.task.overdue')} `}
      {daysBetween(dayOf(now, zone), day) > NEAR_DAYS ? <Day day={day} /> : <Moment at={task.dueAt} />}
    </span>
  );
}

function TaskLine({ task, mayFinish, asked }: TaskLineProps) {
  const word = useOpportunityWords();
  const anyWord = useWords();
  const say = useSay();
  const act = useAct(completeTask, { invalidates: concerned });
  const id = useId();
  useFocusOn(asked ? id : undefined);
  const title = say(task.title) || anyWord(`taskKind.${task.kind}`);
  const done = task.doneAt !== null;
  return (
    <li className={`${done ? 'done' : ''} ${asked ? 'asked' : ''}`}>
      <label>
        <input
          id={id}
          type="checkbox"
          className="stage-tick"
          checked={done || act.busy}
          disabled={!done && !mayFinish}
          aria-disabled={done}
          aria-label={word(done ? 'opportunities.task.done' : 'opportunities.task.finish', { title })}
          onChange={() => done || act.press({ params: { id: task.id }, body: {} })}
        />
        <span className="k-grow">{title}</span>
      </label>
      {task.required && !done && <StateTag>{word('opportunities.task.required')}</StateTag>}
      <span className="k-s12 k-t3 k-nowrap">
        <Due task={task} />
      </span>
      {task.ownerName && (
        <span className="person" title={task.ownerName}>
          <Avatar name={task.ownerName} />
          <span className="k-hidden-words">{task.ownerName}</span>
        </span>
      )}
      <ProblemNotice error={act.error} />
    </li>
  );
}

interface StageTasksProps {
  readonly opportunity: Opportunity;
  /** The sentence of the unmet item that led here. */
  readonly asked?: Unmet['label'] | undefined;
}

/** The tasks of the present stage, then the other open ones; each is ticked off where it stands. */
export function StageTasks({ opportunity, asked }: StageTasksProps) {
  const word = useOpportunityWords();
  const { member } = useSession();
  const { stage, others, pastDone } = tasksByPlace(opportunity);
  const wanted = asked && taskBehind(asked, opportunity)?.id;
  const line = (task: Task) => (
    <TaskLine
      key={task.id}
      task={task}
      asked={task.id === wanted}
      mayFinish={task.ownerId === member.id || opportunity.abilities.update}
    />
  );
  return (
    <>
      {stage.length === 0 && others.length === 0 && <p className="k-t3">{word('opportunities.tasks.none')}</p>}
      <ul className="stage-tasks">{stage.map(line)}</ul>
      {others.length > 0 && (
        <>
          <h3 className="k-t2">{word('opportunities.tasks.others')}</h3>
          <ul className="stage-tasks">{others.map(line)}</ul>
        </>
      )}
      {pastDone > 0 && <p className="k-s12 k-t3">{word('opportunities.tasks.past', { count: pastDone })}</p>}
    </>
  );
}
