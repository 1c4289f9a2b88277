import { Popover } from 'antd';
import type { ReactNode } from 'react';
import './explained.css';

interface ExplainedProps {
  /** What it means and how it is counted, in a sentence or two. */
  readonly by: ReactNode;
  /** The word or number that is explained. */
  readonly children: ReactNode;
}

/** A word or number with its definition behind it: on hover, on a press, on the keyboard; Esc takes it away. */
export function Explained({ by, children }: ExplainedProps) {
  return (
    <Popover trigger={['hover', 'focus']} mouseEnterDelay={0.3} content={<div className="k-explanation">{by}</div>}>
      <button
        type="button"
        className="k-explained"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      >
        <span className="k-why">{children}</span>
      </button>
    </Popover>
  );
}
