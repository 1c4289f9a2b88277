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

/** The first language of the browser that the product speaks; English for whoever reads neither. */
function languageOf(browser: readonly string[]): Language {
  const spoken = browser.find((one) => /^(zh|en)\b/i.test(one));
  return spoken && /^zh/i.test(spoken) ? 'zh-CN' : 'en';
}

function oneOf<const V extends string, D extends V | undefined>(
  value: unknown,
  allowed: readonly V[],
  otherwise: D,
): V | D {
  return allowed.find((each) => each === value) ?? otherwise;
}

/** Reads a stored choice; what is missing or unknown is as usual, the language that of the browser. */
export function readAppearance(text: string | null, browser: readonly string[]): Appearance {
  const usual = { language: languageOf(browser), theme: 'system', density: 'compact', rail: undefined } as const;
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

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A forbidden store remembers nothing.
    return null;
  }
}

/** The present choice of this browser. */
export function appearance(): Appearance {
  if (!now) {
    now = readAppearance(stored(), navigator.languages);
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
