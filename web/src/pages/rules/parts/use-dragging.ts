import { type RefObject, useEffect, useRef } from 'react';

interface Dragging<Element extends HTMLElement> {
  /** For the line that is dragged and dropped on. */
  readonly line: RefObject<Element | null>;
  /** Lets the line be dragged: for a press on its grip, so that words in it can still be selected. */
  readonly grip: () => void;
}

/** Lets a line be dragged onto another one of its list; the other one is told which it was. */
export function useDragging<Element extends HTMLElement>(
  id: string,
  onDropped: (id: string) => void,
): Dragging<Element> {
  const line = useRef<Element>(null);
  const told = useRef(onDropped);
  useEffect(() => {
    told.current = onDropped;
  }, [onDropped]);
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/plain', id), { signal });
    element.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    element.addEventListener('dragend', () => element.removeAttribute('draggable'), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        told.current(event.dataTransfer?.getData('text/plain') ?? '');
      },
      { signal },
    );
    return () => listening.abort();
  }, [id]);
  return { line, grip: () => line.current?.setAttribute('draggable', 'true') };
}
