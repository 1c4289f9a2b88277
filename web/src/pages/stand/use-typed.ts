import { useEffect, useState } from 'react';
import { useKit } from '../../kit/provider/index.ts';
import { dropEntry, keepEntry, readEntries } from './entry-store.ts';
import { isTouched, nobody, type Typed } from './rules/entry.ts';

/** What is being typed at a stand, photo and all; it is there again after the page was lost. */
export function useTyped(desk: string) {
  const { now } = useKit();
  const [typed, setTyped] = useState<Typed>(nobody('rules'));
  const [photo, setPhoto] = useState<File | null>(null);
  const [read, setRead] = useState(false);
  const id = `typing ${desk}`;

  useEffect(() => {
    void readEntries(desk).then((entries) => {
      const kept = entries.find((entry) => entry.id === id);
      if (kept) {
        setTyped(kept.typed);
        setPhoto(kept.photo);
      }
      setRead(true);
    });
  }, [desk, id]);

  useEffect(() => {
    if (!read) return;
    if (isTouched(typed, photo)) void keepEntry({ id, desk, at: now(), state: 'typing', typed, photo });
    else void dropEntry(id);
  }, [typed, photo, read, id, desk, now]);

  const change = (told: Partial<Typed>) => setTyped((before) => ({ ...before, ...told }));
  const clear = () => {
    setTyped((before) => nobody(before.assign));
    setPhoto(null);
  };
  const take = (given: Typed, card: File | null) => {
    setTyped(given);
    setPhoto(card);
  };
  return { typed, photo, change, setPhoto, clear, take };
}
