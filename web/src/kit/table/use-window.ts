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

/** Heights of a row that a list was given, in CSS pixels. */
const heights = { dense: 32, standard: 40, comfortable: 48 } as const;

/** Row height in pixels: as the list was given, else of the reader's density, from the tokens. */
export function rowHeightNow(density?: keyof typeof heights | null): number {
  if (density) return heights[density];
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--h-row')) || 40;
}
