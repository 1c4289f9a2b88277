import { type ReactNode, useState } from 'react';
import { useInsightWords } from './words.ts';

interface DefinedProps {
  readonly name: string;
  readonly says: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The name of a number with its definition: on hover, and for a tap or a key below. */
function Defined({ name, says, open, onToggle }: DefinedProps) {
  const word = useInsightWords();
  return (
    <button
      type="button"
      className="insight-defined k-why"
      title={says}
      aria-label={word('insights.define', { name })}
      aria-expanded={open}
      onClick={onToggle}
    >
      {name}
    </button>
  );
}

/** Which of several definitions is laid open, and the line that says it. */
export function useDefinition() {
  const [open, setOpen] = useState<{ readonly key: string; readonly says: string }>();
  const define = (key: string, name: string, says: string): ReactNode => (
    <Defined
      name={name}
      says={says}
      open={open?.key === key}
      onToggle={() => setOpen(open?.key === key ? undefined : { key, says })}
    />
  );
  const line = open && (
    <p className="insight-definition k-s13 k-t2" role="status">
      {open.says}
    </p>
  );
  return { define, line };
}
