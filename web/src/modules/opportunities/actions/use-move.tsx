import type { Unmet } from '@dealtrail/protocol/kernel';
import { getOpportunity, type OpportunityRow, type Process } from '@dealtrail/protocol/opportunities';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { call, ProblemError } from '../../../kernel/client/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { useFocusOn } from '../parts/use-focus-on.ts';
import { useBilingual, useOpportunityWords } from '../parts/words.ts';
import { useAdvance } from '../queries.ts';
import { directionOf } from '../rules/stage-days.ts';

type Movable = Pick<OpportunityRow, 'id' | 'version' | 'stageKey' | 'customerName'>;

/** Moving opportunities between stages, by card, menu or button. */
export interface Mover {
  /** Gives what is missing when a gate holds it back, nothing when it moved; rejects when it did not come to that. */
  readonly move: (opportunity: Movable, to: string) => Promise<readonly Unmet[] | undefined>;
  readonly error: ProblemError | null;
  readonly busy: boolean;
  /** The dialog that asks why it goes back; drawn once by whoever moves. */
  readonly dialog: ReactNode;
}

/** The move was called off by the person. */
class MoveCalledOff extends Error {}

interface Question {
  readonly stage: Process['stages'][number];
  readonly answer: (reason: string | undefined) => void;
}

function ReasonText(props: { readonly id?: string; readonly value?: string; readonly onChange?: () => void }) {
  useFocusOn(props.id);
  return <Input.TextArea {...props} rows={3} maxLength={500} />;
}

function WhyBack({ question, open }: { readonly question: Question; readonly open: boolean }) {
  const word = useOpportunityWords();
  const stage = useBilingual()(question.stage.name);
  const callOff = () => question.answer(undefined);
  return (
    <Dialog open={open} title={word('opportunities.return.title', { stage })} onClose={callOff}>
      <FormFrame<{ reason: string }>
        label={word('opportunities.return.title', { stage })}
        initial={{}}
        guard={false}
        submitWord={word('opportunities.return.act')}
        onCancel={callOff}
        onSubmit={async ({ reason }) => question.answer(reason.trim())}
      >
        <Field
          name="reason"
          label={word('opportunities.return.reason')}
          required
          help={word('opportunities.return.hint', { stage })}
        >
          <ReasonText />
        </Field>
      </FormFrame>
    </Dialog>
  );
}

function useReason() {
  const [question, setQuestion] = useState<Question>();
  const [open, setOpen] = useState(false);
  const ask = useCallback(
    (stage: Process['stages'][number]) =>
      new Promise<string>((resolve, reject) => {
        const answer = (reason: string | undefined) => {
          setOpen(false);
          if (reason) resolve(reason);
          else reject(new MoveCalledOff());
        };
        setQuestion({ stage, answer });
        setOpen(true);
      }),
    [],
  );
  return { ask, dialog: question && <WhyBack question={question} open={open} /> };
}

/** Sends a move; where only other facts changed meanwhile it is the same move, and is sent against them. */
function useSend() {
  const advance = useAdvance();
  const send = async ({ id, version, stageKey }: Movable, to: string, reason: string | undefined) => {
    const params = { id };
    const body = { to, ...(reason ? { reason } : {}) };
    try {
      await advance.run({ params, body: { ...body, version } });
    } catch (refused) {
      if (!(refused instanceof ProblemError) || refused.kind !== 'conflict') throw refused;
      const now = await call(getOpportunity, { params });
      if (now.stageKey !== stageKey) throw refused;
      await advance.run({ params, body: { ...body, version: now.version } });
    }
  };
  return { send, busy: advance.busy };
}

/** Moves opportunities of one process; a step back asks why before it is sent. */
export function useMove(process: Process | undefined): Mover {
  const { send, busy } = useSend();
  const cache = useQueryClient();
  const { ask, dialog } = useReason();
  const [error, setError] = useState<ProblemError | null>(null);
  const move: Mover['move'] = async (opportunity, to) => {
    setError(null);
    const stage = process?.stages.find((each) => each.key === to);
    const back = process && stage && directionOf(process, opportunity.stageKey, to) === 'backward';
    const reason = back ? await ask(stage) : undefined;
    try {
      await send(opportunity, to, reason);
      return undefined;
    } catch (refused) {
      if (!(refused instanceof ProblemError)) throw refused;
      await cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('opportunities.') });
      if (refused.problem.code === 'stage_gate_unmet' && refused.problem.unmet) return refused.problem.unmet;
      setError(refused);
      throw refused;
    }
  };
  return { move, error, busy, dialog };
}
