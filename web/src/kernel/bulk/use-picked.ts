import type { BulkChoice } from '@dealtrail/protocol/bulk';
import { useState } from 'react';
import { writeFilter } from '../../kit/filter/index.ts';
import type { ListLook } from '../views/index.ts';

/** Rows picked in a list: some by name, or all that filter and words find. */
export interface Picked {
  readonly keys: ReadonlySet<string>;
  readonly whole: boolean;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  readonly onWhole: (whole: boolean) => void;
  /** What an act on them is told. */
  readonly choice: BulkChoice;
}

interface Held {
  readonly asked: string;
  readonly keys: ReadonlySet<string>;
  readonly whole: boolean;
}

/** Picking rows; another question to the list lets go of them. */
export function usePicked(look: ListLook): Picked {
  const asked = `${writeFilter(look.filter) ?? ''} ${look.q}`;
  const [held, setHeld] = useState<Held>({ asked, keys: new Set<string>(), whole: false });
  const now: Held = held.asked === asked ? held : { asked, keys: new Set<string>(), whole: false };
  if (now !== held) setHeld(now);
  return {
    keys: now.keys,
    whole: now.whole,
    onChange: (keys) => setHeld({ asked, keys, whole: false }),
    onWhole: (whole) => setHeld({ ...now, whole }),
    choice: now.whole
      ? { filter: writeFilter(look.filter) ?? null, ...(look.q ? { q: look.q } : {}) }
      : { ids: [...now.keys] },
  };
}
