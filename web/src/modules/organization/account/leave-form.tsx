import { type Leave, setLeave } from '@dealtrail/protocol/organization';
import { useMemo } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { DayInput, Field, FieldRow, FormFrame } from '../../../kit/form/index.ts';
import { dayOf } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { ColleagueSelect } from '../parts/colleague-select.tsx';
import { useAccountWords } from './words.ts';

interface Typed {
  from: string | null;
  until: string | null;
  deputyId: string | null;
}

/** What a refused leave says at its fields, in the reader's language. */
function useRefusal({ error }: Pick<ReturnType<typeof useAct<typeof setLeave>>, 'error'>) {
  const word = useAccountWords();
  const said = useProblemWords(error);
  const fields = error?.problem.fields;
  return useMemo(() => {
    if (!said || !fields || error?.problem.code !== 'leave_invalid') return said;
    return {
      ...said,
      fields: fields.map(({ path, code }) => ({ path, message: word(`leave.${code as 'deputy_absent'}`) })),
    };
  }, [error, fields, said, word]);
}

interface LeaveFormProps {
  readonly leave: Leave;
  readonly onCancel?: () => void;
  readonly onDone: () => void;
}

/** When a member is away and who stands in; to be filled by themselves or by who answers for them. */
export function LeaveForm({ leave, onCancel, onDone }: LeaveFormProps) {
  const word = useAccountWords();
  const { zone, now } = useKit();
  const act = useAct(setLeave, { invalidates: ['organization.*', 'clocks.*', 'insights.*'], onDone });
  const problem = useRefusal(act);
  const send = (typed: Typed) =>
    act.run({
      params: { id: leave.memberId },
      body: {
        version: leave.version,
        from: typed.from ?? null,
        until: typed.until ?? null,
        deputyId: typed.deputyId ?? null,
      },
    });
  const planned = leave.from !== null || leave.until !== null;
  return (
    <FormFrame<Typed>
      key={leave.version}
      label={word('leave.title')}
      initial={{ from: leave.from, until: leave.until, deputyId: leave.deputyId }}
      guard={false}
      problem={problem}
      submitWord={word('leave.save')}
      onCancel={onCancel}
      onSubmit={send}
      foot={
        planned && (
          <Button onClick={() => void send({ from: null, until: null, deputyId: null }).catch(() => undefined)}>
            {word('leave.end')}
          </Button>
        )
      }
    >
      <FieldRow>
        <Field name="from" label={word('leave.from')}>
          <DayInput />
        </Field>
        <Field name="until" label={word('leave.until')}>
          <DayInput from={dayOf(now(), zone)} />
        </Field>
      </FieldRow>
      <Field name="deputyId" label={word('leave.deputy')}>
        <ColleagueSelect clearable placeholder={word('leave.deputy.none')} />
      </Field>
    </FormFrame>
  );
}
