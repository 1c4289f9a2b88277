import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAppearance } from '../kernel/appearance/index.ts';
import { makeQueryClient, setSurroundings } from '../kernel/client/index.ts';
import { useWords } from '../kernel/i18n/index.ts';
import { serverNow, sessionRead, waitForSignIn } from '../kernel/session/index.ts';
import { KitProvider, usePrefersDark } from '../kit/provider/index.ts';
import { holdBack } from './hold-back.ts';
import { makeRouter, onTheWay, signInAddress } from './router.tsx';

/** Where the organisation's zone is not known yet: the sign-in pages. */
const FIRST_ZONE = 'Asia/Shanghai';

function Surroundings({ nonce, children }: { readonly nonce: string | undefined; readonly children: ReactNode }) {
  const { theme, density, language } = useAppearance();
  const dark = usePrefersDark();
  const zone = useQuery({ ...sessionRead, enabled: false }).data?.organization.zone ?? FIRST_ZONE;
  const word = useWords();
  return (
    <KitProvider
      theme={theme === 'system' ? (dark ? 'dark' : 'light') : theme}
      density={density}
      language={language}
      zone={zone}
      brand={word('brand')}
      nonce={nonce}
      now={serverNow}
    >
      {children}
    </KitProvider>
  );
}

function start() {
  const cache = makeQueryClient();
  const router = makeRouter(cache);
  holdBack(cache, () => {
    if (router.state.location.pathname === '/second-step') return;
    void cache
      .fetchQuery({ ...sessionRead, staleTime: 0 })
      .then(() => router.navigate({ href: onTheWay('/second-step', router.state.location.href), replace: true }));
  });
  setSurroundings({
    onSignedOut: async () => {
      // Where nobody was signed in there is no page to keep.
      if (cache.getQueryData(sessionRead.queryKey)) return waitForSignIn();
      void router.navigate({ href: signInAddress(router.state.location.href), replace: true });
      return false;
    },
  });
  return { cache, router };
}

/** The whole application. */
export function App({ nonce }: { readonly nonce: string | undefined }) {
  const [{ cache, router }] = useState(start);
  return (
    <QueryClientProvider client={cache}>
      <Surroundings nonce={nonce}>
        <RouterProvider router={router} />
      </Surroundings>
    </QueryClientProvider>
  );
}
