import type { ScreenRoute } from '../kernel/routing/index.ts';

const found = import.meta.glob<readonly ScreenRoute[]>(['../modules/*/routes.tsx', '../pages/*/routes.tsx'], {
  eager: true,
  import: 'routes',
});

/** Every screen the chapters and pages bring. */
export const screens: readonly ScreenRoute[] = Object.values(found).flat();

const paths = new Set(screens.map((screen) => screen.path as string));

/** Whether a page stands at this address. */
export function pageExists(path: string): boolean {
  return paths.has(path);
}
