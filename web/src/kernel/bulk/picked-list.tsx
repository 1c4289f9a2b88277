import type { BulkChoice } from '@dealtrail/protocol/bulk';
import type { Operation } from '@dealtrail/protocol/kernel';
import { type ComponentType, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import type { IconName } from '../../kit/icon/index.ts';
import { usePhone } from '../../kit/provider/index.ts';
import { DataList, type ListProps } from '../../kit/table/index.ts';
import { useMay } from '../session/index.ts';
import type { ListLook } from '../views/index.ts';
import { BulkDeleteDialog } from './bulk-delete-dialog.tsx';
import { usePicked } from './use-picked.ts';
import { useBulkWords } from './words.ts';

/** What the window of an act on picked rows is told. */
export interface BulkProps {
  readonly choice: BulkChoice;
  readonly onClose: () => void;
  /** The act is done; what was picked may be let go of. */
  readonly onDone: () => void;
}

/** An act on picked rows: its name among the acts, its button, who may, its window. */
export interface BulkAct {
  readonly key: string;
  readonly word: string;
  readonly icon: IconName;
  readonly permission: string;
  readonly Window: ComponentType<BulkProps>;
}

interface Picking {
  readonly look: ListLook;
  /** Reads the list; what is picked for deletion is found by it. */
  readonly list: Operation;
  /** Chapter of the records: its lists are out of date afterwards, its permission to delete is asked for. */
  readonly chapter: string;
  readonly acts: readonly BulkAct[];
}

function usePicking({ look, list, chapter, acts }: Picking) {
  const word = useBulkWords();
  const may = useMay();
  const picked = usePicked(look);
  const [doing, setDoing] = useState<string>();
  const allowed = acts.filter(({ permission }) => may(permission));
  const deletes = may(`${chapter}.delete`);
  const props: BulkProps = {
    choice: picked.choice,
    onClose: () => setDoing(undefined),
    onDone: () => picked.onChange(new Set()),
  };
  const Window = allowed.find(({ key }) => key === doing)?.Window;
  const buttons = (
    <>
      {allowed.map((act) => (
        <Button key={act.key} kind="quiet" small icon={act.icon} onClick={() => setDoing(act.key)}>
          {act.word}
        </Button>
      ))}
      {deletes && (
        <Button kind="quiet" small icon="trash" onClick={() => setDoing('delete')}>
          {word('bulk.delete')}
        </Button>
      )}
    </>
  );
  return {
    selection: allowed.length > 0 || deletes ? { ...picked, acts: buttons } : undefined,
    window: (
      <>
        {Window && <Window {...props} />}
        {doing === 'delete' && <BulkDeleteDialog {...props} list={list} chapter={chapter} />}
      </>
    ),
  };
}

/**
 * A list whose rows can be picked and what may be done with them together, deleting always among it. It stands apart
 * from its page: a pick draws nothing anew but the list. On a phone nothing is picked.
 */
export function PickedList<Row>({ look, list, chapter, acts, ...props }: Omit<ListProps<Row>, 'selection'> & Picking) {
  const phone = usePhone();
  const { selection, window } = usePicking({ look, list, chapter, acts });
  return (
    <>
      <DataList<Row> {...props} selection={phone ? undefined : selection} />
      {window}
    </>
  );
}
