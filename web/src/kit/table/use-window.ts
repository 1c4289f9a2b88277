import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Window, windowAt } from './columns.ts';

/** Which rows to draw as a box scrolls and changes size. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): Window {
  const [shown, setShown] = useState<Window>(() => windowAt(0, 900, rowHeight, count));
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const next = windowAt(element.scrollTop, element.clientHeight, rowHeight, count);
      setShown((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [box, count, rowHeight]);
  return shown;
}

/** Row height of the current density in pixels, from the tokens. */
export function rowHeightNow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--h-row')) || 40;
}
