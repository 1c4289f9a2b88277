import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useReach } from '../../kernel/live/index.ts';
import { loadWords, useWords } from '../../kernel/i18n/index.ts';
import { useMay, useSession } from '../../kernel/session/index.ts';
import { formatTime } from '../../kit/formats/index.ts';
import { useKit, usePhone } from '../../kit/provider/index.ts';
import { OfflineBar } from '../../kit/states/index.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

function Offline() {
  const word = useWords();
  const { zone } = useKit();
  const { since, reconnecting } = useReach();
  if (since !== undefined) return <OfflineBar waiting={word('shell.offline', { time: formatTime(since, zone) })} />;
  return reconnecting ? (
    <p className="app-reconnecting" role="status">
      {word('shell.reconnecting')}
    </p>
  ) : null;
}

const DemoBar = lazy(async () => {
  const [bar] = await Promise.all([import('../../pages/demo/parts/demo-bar.tsx'), loadWords(['demo'])]);
  return { default: bar.DemoBar };
});

/** Whether one is inside the demo, or might have one; its code comes for nobody else. */
function Demo() {
  const { seated } = useSession();
  const may = useMay();
  return seated || may('organization.manage') ? (
    <Suspense fallback={null}>
      <DemoBar />
    </Suspense>
  ) : null;
}

/** The frame around every signed-in screen: rail, top bar, the one `main`, and on a phone the bottom bar. */
export function Shell() {
  const word = useWords();
  const phone = usePhone();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="app">
      <a className="app-skip" href="#main">
        {word('shell.skip')}
      </a>
      {!phone && <Rail />}
      <TopBar />
      <main id="main" className="app-main" ref={main} tabIndex={-1}>
        <Offline />
        <Demo />
        <Outlet />
      </main>
      {phone && <BottomBar />}
    </div>
  );
}
