import { Children, Fragment, isValidElement, type ReactNode } from 'react';
import './marks.css';

/** A height of three: 1 weak or low, 3 strong or high. Three grey bars and the word; never a colour. */
export function Level({ of, word }: { readonly of: 1 | 2 | 3; readonly word: string }) {
  return (
    <span className="k-level">
      <span aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} className={bar <= of ? 'on' : ''} />
        ))}
      </span>
      {word}
    </span>
  );
}

/** Colour of a state tag: outlined unless the state itself carries a meaning. */
export type TagTone = 'outline' | 'filled' | 'accent' | 'late' | 'soon' | 'paused' | 'unknown';

/** The state of a record, quiet and outlined. */
export function StateTag({ tone = 'outline', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return <span className={`k-tag ${tone}`}>{children}</span>;
}

/** The first character of a person's name in a circle; the name itself stands beside it, so it is decoration. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className="k-avatar" aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? ''}
    </span>
  );
}

/** Facts of one line with a drawn dot between them; empty ones leave no dot behind. */
export function Facts({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children).filter((part) => part !== '');
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={isValidElement(part) ? part.key : index}>
          {index > 0 && <i className="k-sep" aria-hidden="true" />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
