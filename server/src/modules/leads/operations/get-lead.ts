import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../kernel/http/handle.ts';
import { readLead } from '../store/lead-view.ts';

/** One lead with its clocks, reasons, duplicates and what may be done with it. */
export const getLead = handleRead(protocol.getLead, async ({ actor, read, input, time }) =>
  readLead(read, actor, input.id, time.now()),
);
