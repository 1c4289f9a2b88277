import type { ComponentType } from 'react';

/**
 * One screen a chapter brings. Chapters export `routes: readonly ScreenRoute[]` from `modules/<chapter>/routes.tsx`, pages
 * from `pages/<page>/routes.tsx`; the router finds them by itself.
 */
export interface ScreenRoute {
  /** Address with `$name` for parameters: `/leads/$id`. */
  readonly path: `/${string}`;
  /** Fetches the screen's own part of the code: `async () => (await import('./screens/lead-list.tsx')).LeadList`. */
  readonly load: () => Promise<ComponentType>;
  /** Who may see it; without it every member. */
  readonly permission?: string;
  /** Chapters and pages whose words it says; `leads:said` is only what the server says of leads. */
  readonly words?: readonly string[];
  /** Stands outside the shell and needs no session: signing in. */
  readonly open?: boolean;
}
