import type { Why } from '@dealtrail/protocol/kernel';
import type { ReactNode } from 'react';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useTypedValues } from '../../../kit/form/index.ts';
import { useSettled } from '../../../kit/search/index.ts';
import './typed-hint.css';

interface TypedHintProps {
  /** The field looked at. */
  readonly name: string;
  /** The rule of the protocol, the same the server goes by. */
  readonly of: (typed: string) => Why | null;
  /** What stands there while nothing is odd. */
  readonly otherwise?: ReactNode;
}

/** What is odd about what is being typed, once the typing pauses; a hint, never a refusal (R13). */
export function TypedHint({ name, of, otherwise = null }: TypedHintProps) {
  const say = useSay();
  const value = useTypedValues()[name];
  const typed = useSettled(typeof value === 'string' ? value : '');
  const odd = typed === '' ? null : of(typed);
  return (
    <span role="status" className="typed-hint">
      {odd ? <b>{say(odd)}</b> : otherwise}
    </span>
  );
}
