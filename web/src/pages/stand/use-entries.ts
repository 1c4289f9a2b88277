import { addCard, createLead } from '@dealtrail/protocol/leads';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { call, freshKey, ProblemError } from '../../kernel/client/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { dropEntry, keepEntry, readEntries } from './entry-store.ts';
import { type Entry, settled, type Typed } from './rules/entry.ts';

const TRY_AGAIN_MS = 15_000;

/** Tells the page that something new waits to be sent. */
const ADDED = 'stand-entry-added';

type Body = NonNullable<Parameters<typeof call<typeof createLead>>[1]['body']>;

interface Sending {
  /** Names stand and member: nobody sends for another. */
  readonly desk: string;
  readonly bodyOf: (typed: Typed) => Body;
  readonly sayWhy: (error: ProblemError) => string;
  readonly onSent: () => void;
}

async function sendCard(leadId: string, photo: File, key: string): Promise<void> {
  const form = new FormData();
  form.set('file', photo, photo.name);
  await call(addCard, { params: { id: leadId } }, { form, idempotencyKey: key });
}

/** One step of an entry towards the server; rejects while there is no signal, so that it is taken again later. */
async function advance(entry: Entry, { bodyOf, sayWhy }: Sending): Promise<Entry> {
  try {
    if (entry.state === 'waiting') {
      const lead = await call(createLead, { body: bodyOf(entry.typed) }, { idempotencyKey: `stand ${entry.id}` });
      const sent = { ...entry, state: 'sent' as const, leadId: lead.id, joined: lead.joined ?? false };
      return settled({ ...sent, hits: lead.duplicates }, entry.photo === null);
    }
    if (entry.leadId !== undefined && entry.photo !== null)
      await sendCard(entry.leadId, entry.photo, `card ${entry.id}`);
    return settled(entry, true);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.unknown || error.status === 401 || error.status === 429) throw error;
    // A refused lead waits to be mended; of a refused photo nothing is left to do.
    return entry.state === 'waiting' ? { ...entry, state: 'refused', why: sayWhy(error) } : settled(entry, true);
  }
}

const isOnItsWay = ({ state, photo }: Entry): boolean => state === 'waiting' || (state === 'sent' && photo !== null);

/** Stands whose entries are on their way: they leave one after the other. */
const underWay = new Set<string>();

/** Sends what waits, the oldest first, as long as there is a signal; `onStep` after each. */
async function sendAll(sending: Sending, onStep: () => void): Promise<void> {
  const { desk } = sending;
  if (underWay.has(desk)) return;
  underWay.add(desk);
  try {
    for (;;) {
      const waiting = (await readEntries(desk)).filter(isOnItsWay).sort((one, other) => one.at - other.at);
      if (!waiting[0]) break;
      await keepEntry(await advance(waiting[0], sending));
      onStep();
    }
  } catch {
    // No signal: the entries stand where they are and go out at the next try.
  } finally {
    underWay.delete(desk);
  }
}

/** The entries of this stand on this phone, sent whenever there is a signal. */
export function useEntries(sending: Sending) {
  const { now } = useKit();
  const { desk } = sending;
  const found = useQuery({ queryKey: ['stand', desk], queryFn: () => readEntries(desk), networkMode: 'always' });
  const reload = () => void found.refetch();
  const send = useEffectEvent(() =>
    sendAll(sending, () => {
      reload();
      sending.onSent();
    }),
  );

  useEffect(() => {
    const again = () => void send();
    again();
    const timer = setInterval(again, TRY_AGAIN_MS);
    addEventListener('online', again);
    addEventListener(ADDED, again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
      removeEventListener(ADDED, again);
    };
  }, [desk]);

  const add = async (typed: Typed, photo: File | null) => {
    await keepEntry({ id: freshKey(), desk, at: now(), state: 'waiting', typed, photo });
    reload();
    dispatchEvent(new Event(ADDED));
  };
  const drop = async (id: string) => {
    await dropEntry(id);
    reload();
  };
  return { entries: found.data, add, drop };
}
