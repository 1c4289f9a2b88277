import type { Unmet } from '@dealtrail/protocol/kernel';
import type { OpportunityRow, Process } from '@dealtrail/protocol/opportunities';
import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { ProblemError } from '../../../kernel/client/index.ts';
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

/** Moves opportunities of one process; a step back asks why before it is sent. */
export function useMove(process: Process | undefined): Mover {
  const advance = useAdvance();
  const cache = useQueryClient();
  const { ask, dialog } = useReason();
  const [error, setError] = useState<ProblemError | null>(null);
  const move: Mover['move'] = async ({ id, version, stageKey }, to) => {
    setError(null);
    const stage = process?.stages.find((each) => each.key === to);
    const back = process && stage && directionOf(process, stageKey, to) === 'backward';
    const reason = back ? await ask(stage) : undefined;
    try {
      await advance.run({ params: { id }, body: { to, version, ...(reason ? { reason } : {}) } });
      return undefined;
    } catch (refused) {
      if (!(refused instanceof ProblemError)) throw refused;
      await cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('opportunities.') });
      if (refused.problem.code === 'stage_gate_unmet' && refused.problem.unmet) return refused.problem.unmet;
      setError(refused);
      throw refused;
    }
  };
  return { move, error, busy: advance.busy, dialog };
}
