import { useRef, useState } from 'react';
import { Button } from '../button/index.ts';
import './copy.css';

interface CopyLineProps {
  /** What it is, for a screen reader: 邀请链接. */
  readonly label: string;
  readonly value: string;
  /** Verb on the button, and what it says once it is done. */
  readonly copyWord: string;
  readonly copiedWord: string;
}

/** A text to be taken along: shown whole, copied by one press; marked by hand where the browser gives no clipboard. */
export function CopyLine({ label, value, copyWord, copiedWord }: CopyLineProps) {
  const line = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    line.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // The text stands marked: Ctrl C takes it.
    }
  };
  return (
    <div className="k-copy">
      <input ref={line} readOnly aria-label={label} value={value} onFocus={(event) => event.target.select()} />
      <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {copied ? copiedWord : copyWord}
      </Button>
    </div>
  );
}
