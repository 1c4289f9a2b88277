import type { ClockLine } from '@dealtrail/protocol/clocks';
import { useMemo } from 'react';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { IconButton, MenuButton } from '../../../kit/button/index.ts';
import { ClockChip } from '../../../kit/clock/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import type { Column } from '../../../kit/table/index.ts';
import type { ClockActs } from '../actions/use-clock-acts.tsx';
import { LineNotes } from './line-notes.tsx';
import { useBoardWords } from './words.ts';

const dash = <span className="k-t3">—</span>;
const hidden = { startsHidden: true };

/** The acts on one clock behind one button. */
export function LineActs({ line, acts }: { readonly line: ClockLine; readonly acts: ClockActs }) {
  const word = useBoardWords();
  return (
    <MenuButton acts={acts.actsOf(line)}>
      <IconButton small icon="more" label={word('clockBoard.acts', { title: line.recordTitle })} />
    </MenuButton>
  );
}

/** The columns of the board: on what, which limit, due when, who, why late or put off, by which rule. */
export function useClockColumns(acts: ClockActs): Column<ClockLine>[] {
  const word = useBoardWords();
  const say = useSay();
  const late = useReasons('late');
  const pause = useReasons('pause');
  return useMemo(() => {
    const column = (
      key: string,
      field:
        | 'acts'
        | 'policy'
        | 'dueAt'
        | 'owner'
        | 'why'
        | 'reason'
        | 'department'
        | 'number'
        | 'startedAt'
        | 'escalatedTo',
      width: number,
      render: Column<ClockLine>['render'],
      more: Partial<Column<ClockLine>> = {},
    ): Column<ClockLine> => ({ key, title: word(`clockBoard.field.${field}`), width, render, ...more });
    return [
      {
        key: 'record',
        title: word('clockBoard.field.record'),
        width: 240,
        render: (line) => line.recordTitle,
        renderBeside: (line) => <StateTag>{word(`kind.${line.recordKind}`)}</StateTag>,
      },
      column('policy', 'policy', 112, (line) => word(`clocks.${line.policyKey}.name`)),
      column('due', 'dueAt', 196, (line) => <ClockChip clock={line} />, { sortBy: 'dueAt' }),
      column(
        'owner',
        'owner',
        104,
        (line) => line.ownerName ?? <span className="k-t3">{word('clockBoard.unowned')}</span>,
      ),
      column('reason', 'reason', 190, (line) => <LineNotes line={line} late={late} pause={pause} />),
      column('why', 'why', 280, (line) => <span className="k-t2">{say(line.why)}</span>),
      column('acts', 'acts', 64, (line) => <LineActs line={line} acts={acts} />),
      column('department', 'department', 120, (line) => line.departmentName ?? dash, hidden),
      column('number', 'number', 170, (line) => line.recordNumber, hidden),
      column('started', 'startedAt', 130, (line) => <Moment at={line.startedAt} />, hidden),
      column('escalated', 'escalatedTo', 130, (line) => line.escalatedTo ?? dash, hidden),
    ];
  }, [word, say, late, pause, acts]);
}
