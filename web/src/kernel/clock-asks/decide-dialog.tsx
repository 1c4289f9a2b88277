import { decidePostponement } from '@dealtrail/protocol/clocks';
import { Input } from 'antd';
import { useAct } from '../client/index.ts';
import { useReasons } from '../clocks/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { joined, Moment } from '../../kit/formats/index.ts';
import { Field, FormFrame } from '../../kit/form/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { FieldList } from '../../kit/record/index.ts';
import type { AskedClock } from './asked-clock.ts';
import { useRefusal } from './use-refusal.ts';
import { useClockWords } from './words.ts';

interface DecideProps {
  readonly line: AskedClock;
  readonly grant: boolean;
  readonly onClose: () => void;
}

/** Grants or refuses the time somebody asked for, with a word to them. */
export function DecideDialog({ line, grant, onClose }: DecideProps) {
  const word = useClockWords();
  const { language } = useKit();
  const act = useAct(decidePostponement, { invalidates: ['clocks.*', 'leads.*', 'opportunities.*', 'insights.*'] });
  const problem = useRefusal(act, 'postpone');
  const { nameOf } = useReasons('pause');
  const { asked } = line;
  if (!asked) return null;
  const verb = grant ? 'grant' : 'refuse';
  const title = word(`clocks.ask.decide.${verb}.title`, { by: asked.by });
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormFrame<{ note?: string }>
        label={title}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word(`clocks.ask.decide.${verb}.do`)}
        onCancel={onClose}
        onSubmit={async ({ note }) => {
          const said = note?.trim();
          await act.run({ params: { id: line.id }, body: { grant, ...(said ? { note: said } : {}) } });
          onClose();
        }}
      >
        <FieldList
          fields={[
            ...(line.recordTitle ? [[word('clocks.ask.record'), line.recordTitle] as const] : []),
            [word('clocks.ask.clock'), word(`clocks.${line.policyKey}.name`)],
            [word('clocks.ask.decide.was'), <Moment key="was" at={line.dueAt} />],
            [word('clocks.ask.decide.to'), <Moment key="to" at={asked.to} />],
            [word('clocks.ask.postpone.reason'), joined([nameOf(asked.reason), asked.note], 'facts', language)],
          ]}
        />
        <Field name="note" label={word('clocks.ask.decide.note', { by: asked.by })}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
