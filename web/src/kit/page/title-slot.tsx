import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

let slot: HTMLElement | null = null;
const listeners = new Set<() => void>();

function take(element: HTMLElement | null): void {
  slot = element;
  for (const each of listeners) each();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The place in a phone's top bar where the page writes its title; the shell draws it, at most once. */
export function TitleSlot() {
  return <div className="k-title-slot" ref={take} />;
}

/** Whether a top bar offers a place for the title. */
export function useTitleSlot(): boolean {
  return useSyncExternalStore(subscribe, () => slot !== null);
}

/** Writes into the top bar where it offers a place, otherwise where it stands. */
export function InTitleSlot({ children }: { readonly children: ReactNode }) {
  useTitleSlot();
  return slot ? createPortal(children, slot) : children;
}
