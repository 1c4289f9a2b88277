import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface ScrollRegionProps {
  /** What scrolls here, for a screen reader. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the page that scrolls by itself and holds no control: the arrow keys reach all of it. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (region.current) region.current.tabIndex = 0;
  }, []);
  return (
    <section ref={region} aria-label={label} className={className}>
      {children}
    </section>
  );
}
