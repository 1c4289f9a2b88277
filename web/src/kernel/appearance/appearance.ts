import { useSyncExternalStore } from 'react';
import type { Language } from '../../kit/formats/index.ts';
import type { Density } from '../../kit/provider/index.ts';

/** What a person chose for this browser; `system` follows the machine. */
export interface Appearance {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  readonly density: Density;
  /** Left rail: wide with words beside the icons, slim with words under them; unset goes by the page. */
  readonly rail: 'wide' | 'slim' | undefined;
}

const KEY = 'appearance';

const usual: Appearance = { language: 'zh-CN', theme: 'system', density: 'compact', rail: undefined };

function oneOf<const V extends string, D extends V | undefined>(
  value: unknown,
  allowed: readonly V[],
  otherwise: D,
): V | D {
  return allowed.find((each) => each === value) ?? otherwise;
}

/** Reads a stored choice; what is missing or unknown is as usual. */
export function readAppearance(text: string | null): Appearance {
  try {
    const found = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      language: oneOf(found['language'], ['zh-CN', 'en'], usual.language),
      theme: oneOf(found['theme'], ['light', 'dark', 'system'], usual.theme),
      density: oneOf(found['density'], ['compact', 'comfortable'], usual.density),
      rail: oneOf(found['rail'], ['wide', 'slim'], usual.rail),
    };
  } catch {
    return usual;
  }
}

const listeners = new Set<() => void>();
let now: Appearance | undefined;

/** The present choice of this browser. */
export function appearance(): Appearance {
  if (!now) {
    try {
      now = readAppearance(localStorage.getItem(KEY));
    } catch {
      now = usual;
    }
  }
  return now;
}

/** Changes and remembers a choice. */
export function setAppearance(change: Partial<Appearance>): void {
  now = { ...appearance(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // A forbidden store only means that the choice lasts until the page is left.
  }
  for (const each of listeners) each();
}

/** The present choice; the part that asks is drawn again when it changes. */
export function useAppearance(): Appearance {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, appearance);
}
