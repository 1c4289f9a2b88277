import type { ClockLine } from '@dealtrail/protocol/clocks';
import type { ListAnswer } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { ClockExplained } from '../../../kit/clock/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Peek } from '../../../kit/peek/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { RecordTimeline } from '../../../modules/activities/index.ts';
import type { ClockActs } from '../actions/use-clock-acts.tsx';
import { owesReason, recordAddress } from '../rules/line.ts';
import { LineNotes } from './line-notes.tsx';
import { LineActs } from './use-clock-columns.tsx';
import { useBoardWords } from './words.ts';

interface ClockPeekProps {
  readonly rows: readonly ClockLine[];
  readonly total: ListAnswer<ClockLine>['total'];
  /** Id of the clock looked at. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly acts: ClockActs;
}

function Inside({ line }: { readonly line: ClockLine }) {
  const word = useBoardWords();
  const say = useSay();
  const late = useReasons('late');
  const pause = useReasons('pause');
  return (
    <>
      <ClockExplained clock={line} name={word(`clocks.${line.policyKey}.name`)} why={say(line.why)} />
      <FieldList
        fields={[
          [word('clockBoard.field.owner'), line.ownerName ?? word('clockBoard.unowned')],
          [word('clockBoard.field.department'), line.departmentName],
          [word('clockBoard.field.reason'), <LineNotes key="notes" line={line} late={late} pause={pause} />],
          [word('clockBoard.field.escalatedTo'), line.escalatedTo],
        ]}
      />
      <RecordTimeline recordId={line.recordId} />
    </>
  );
}

/** A look at one clock and its record beside the board. */
export function ClockPeek({ rows, total, chosen, onChoose, acts }: ClockPeekProps) {
  const word = useBoardWords();
  const { language } = useKit();
  const go = useGo();
  const index = rows.findIndex(({ id }) => id === chosen);
  const line = rows[index];
  if (!line) return null;
  const before = rows[index - 1];
  const after = rows[index + 1];
  const owes = owesReason(line);
  return (
    <Peek
      title={line.recordTitle}
      marks={<StateTag>{word(`kind.${line.recordKind}`)}</StateTag>}
      facts={
        <Facts>
          <span key="number">{line.recordNumber}</span>
          {line.ownerName && <span key="owner">{line.ownerName}</span>}
        </Facts>
      }
      acts={
        <>
          {line.abilities.followUp && (
            <Button kind="primary" onClick={() => acts.onFollowUp(line)}>
              {word('clockBoard.act.follow_up')}
            </Button>
          )}
          {owes && <Button onClick={() => acts.onExplain(line)}>{word('clockBoard.act.explain')}</Button>}
          <LineActs line={line} acts={acts} />
        </>
      }
      position={total && { index: index + 1, total: formatCount(total.count, language) }}
      onPrevious={before && (() => onChoose(before.id))}
      onNext={after && (() => onChoose(after.id))}
      onOpen={() => go(recordAddress(line))}
      onClose={() => onChoose(undefined)}
    >
      <Inside line={line} />
    </Peek>
  );
}
