import { useEffect, useState } from 'react';

/** A pause in typing after which a question is asked. */
const PAUSE_MS = 250;

/** A text once its typing has paused. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
