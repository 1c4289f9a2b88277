import type { ComponentPropsWithRef } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import { hideHint, leaveHint, showHint } from './hint.ts';
import './button.css';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'type' | 'aria-label'> {
  readonly icon: IconName;
  /** What it does, in words: read aloud, and shown on hover and on focus. */
  readonly label: string;
  readonly small?: boolean;
  readonly size?: number;
  /** A count that wants attention; 0 shows nothing, above 99 shows 99+. */
  readonly badge?: number;
}

/** A button that is only an icon; it always carries words. */
export function IconButton({ icon, label, small, size, badge, className, ...rest }: IconButtonProps) {
  const { onMouseEnter, onMouseLeave, onFocus, onBlur, onClick } = rest;
  return (
    <button
      type="button"
      aria-label={label}
      className={`k-icon-button ${small ? 'small' : ''} ${className ?? ''}`}
      {...rest}
      onMouseEnter={(event) => {
        showHint(event.currentTarget, label);
        onMouseEnter?.(event);
      }}
      onMouseLeave={(event) => {
        leaveHint();
        onMouseLeave?.(event);
      }}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) showHint(event.currentTarget, label, true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        hideHint();
        onBlur?.(event);
      }}
      onClick={(event) => {
        hideHint();
        onClick?.(event);
      }}
    >
      <Icon name={icon} size={size ?? (small ? 16 : 18)} />
      {badge ? <span className="k-badge" data-count={badge > 99 ? '99+' : badge} /> : null}
    </button>
  );
}
