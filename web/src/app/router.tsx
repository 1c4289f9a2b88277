import { type QueryClient, useQuery } from '@tanstack/react-query';
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { lazy, useEffect, useState } from 'react';
import { loadWords } from '../kernel/i18n/index.ts';
import type { ScreenRoute } from '../kernel/routing/index.ts';
import { may, SessionContext, safeNext, sessionRead } from '../kernel/session/index.ts';
import { NoPermission, NotFound, Skeleton } from '../kit/states/index.ts';
import { RouteFailure } from './route-failure.tsx';
import { screens } from './screens.ts';
import { SessionEnded } from './shell/session-ended.tsx';
import { Shell } from './shell/shell.tsx';

interface RouterContext {
  readonly cache: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: Missing,
  errorComponent: RouteFailure,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    const session = await context.cache.ensureQueryData(sessionRead);
    if (session?.secondStep === 'due') leaveFor(onTheWay('/second-step', location.href));
    return { session: session ?? leaveFor(signInAddress(location.href)) };
  },
});

function SignedIn() {
  const { session } = signedIn.useRouteContext();
  const latest = useQuery({ ...sessionRead, enabled: false }).data ?? session;
  const [replaced, setReplaced] = useState(false);
  return (
    <SessionContext value={latest}>
      {replaced ? (
        <Afresh />
      ) : (
        <>
          <Shell />
          <SessionEnded onOther={() => setReplaced(true)} />
        </>
      )}
    </SessionContext>
  );
}

/** Loads the page anew for another member; by now nothing is left of it that could ask to be kept. */
function Afresh() {
  useEffect(() => location.reload(), []);
  return null;
}

function leaveFor(href: string): never {
  redirect({ href, throw: true });
  throw new Error('A redirect throws.');
}

/** Address of a door that leads back here afterwards. */
export function onTheWay(door: '/sign-in' | '/second-step', here: string): string {
  const next = safeNext(here);
  return next === '/' ? door : `${door}?next=${encodeURIComponent(next)}`;
}

/** Address of the sign-in page that leads back here afterwards. */
export function signInAddress(here: string): string {
  return onTheWay('/sign-in', here);
}

function Missing() {
  return (
    <main>
      <NotFound page />
    </main>
  );
}

function Nowhere() {
  return <NotFound page />;
}

function Pending() {
  return <Skeleton />;
}

function screenOf(screen: ScreenRoute) {
  return lazy(async () => ({ default: await screen.load() }));
}

function openRoute(screen: ScreenRoute) {
  return createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: screenOf(screen),
    loader: () => Promise.all([screen.load(), loadWords(screen.words ?? [])]).then(() => null),
  });
}

function memberRoute(screen: ScreenRoute) {
  const Screen = screenOf(screen);
  const permission = screen.permission ?? 'member';
  return createRoute({
    getParentRoute: () => signedIn,
    path: screen.path,
    component: function Guarded() {
      const { session } = signedIn.useRouteContext();
      return may(session, permission) ? <Screen /> : <NoPermission page />;
    },
    loader: async ({ context }) => {
      if (may(context.session, permission)) await Promise.all([screen.load(), loadWords(screen.words ?? [])]);
    },
  });
}

/** Search values are plain texts: a filter stays the JSON text it is, and an address typed by hand reads the same. */
const plainSearch = {
  parseSearch: (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search: Record<string, unknown>): string => {
    const given = Object.entries(search).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    );
    const text = new URLSearchParams(given).toString();
    return text && `?${text}`;
  },
};

/** The router over every screen that chapters and pages bring. */
export function makeRouter(cache: QueryClient) {
  const open = screens.filter((screen) => screen.open).map(openRoute);
  const inside = screens.filter((screen) => !screen.open).map(memberRoute);
  const nowhere = createRoute({ getParentRoute: () => signedIn, path: '$', component: Nowhere });
  const shell = signedIn.addChildren([...inside, nowhere]);
  return createRouter({
    routeTree: root.addChildren([...open, shell]) as AnyRoute,
    context: { cache },
    ...plainSearch,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingMinMs: 0,
    defaultPendingComponent: Pending,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: Nowhere,
    scrollRestoration: true,
  });
}
