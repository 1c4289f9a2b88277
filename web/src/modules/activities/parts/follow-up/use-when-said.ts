import { useEffect, useRef } from 'react';
import { dayOf, formatTime } from '../../../../kit/formats/index.ts';
import { useTypedValues, useWriteValues } from '../../../../kit/form/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { readWhen, type When } from '../../rules/when/read-when.ts';

/** Reads the moment a text names against the organisation's wall clock. */
export function useReadWhen(): (text: string) => When | undefined {
  const { zone, now } = useKit();
  return (text) => readWhen(text, { day: dayOf(now(), zone), time: formatTime(now(), zone) });
}

/** Lets the words of the next step set its day and hour; a day chosen by hand stays. */
export function useWhenSaid(words: unknown): void {
  const read = useReadWhen();
  const write = useWriteValues();
  const { nextStepOn } = useTypedValues();
  const set = useRef<string | undefined>(undefined);
  const heard = useRef<unknown>(words);
  useEffect(() => {
    if (heard.current === words) return;
    heard.current = words;
    if (nextStepOn && nextStepOn !== set.current) return;
    const when = typeof words === 'string' ? read(words) : undefined;
    if (when) write({ nextStepOn: when.day, nextStepTime: when.time });
    else if (set.current) write({ nextStepOn: null, nextStepTime: null });
    set.current = when?.day;
  }, [words, nextStepOn, read, write]);
}
