import { listCustomers } from '@dealtrail/protocol/customers';
import { useState } from 'react';
import { BulkDeleteButton, BulkDeleteDialog, usePicked } from '../../../kernel/bulk/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import type { ListLook } from '../../../kernel/views/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { useCustomerWords } from '../parts/words.ts';
import { BulkAssign, BulkEdit } from './bulk-dialogs.tsx';

/** Picking customers and what may be done with them together. */
export function usePicking(look: ListLook) {
  const word = useCustomerWords();
  const may = useMay();
  const picked = usePicked(look);
  const [doing, setDoing] = useState<'assign' | 'edit' | 'delete'>();
  const acts = (
    <>
      {may('customers.assign') && (
        <Button kind="quiet" small icon="handover" onClick={() => setDoing('assign')}>
          {word('customers.bulk.handOver')}
        </Button>
      )}
      {may('customers.update') && (
        <Button kind="quiet" small icon="edit" onClick={() => setDoing('edit')}>
          {word('customers.bulk.change')}
        </Button>
      )}
      {may('customers.delete') && <BulkDeleteButton onClick={() => setDoing('delete')} />}
    </>
  );
  const props = {
    choice: picked.choice,
    onClose: () => setDoing(undefined),
    onDone: () => picked.onChange(new Set()),
  };
  const some = may('customers.assign') || may('customers.update') || may('customers.delete');
  return {
    selection: some ? { ...picked, acts } : undefined,
    dialog: (
      <>
        {doing === 'assign' && <BulkAssign {...props} />}
        {doing === 'edit' && <BulkEdit {...props} />}
        {doing === 'delete' && <BulkDeleteDialog {...props} list={listCustomers} chapter="customers" />}
      </>
    ),
  };
}
