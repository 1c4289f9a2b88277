import { useWords } from '../../../kernel/i18n/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { Button } from '../../../kit/button/index.ts';
import type { zh } from '../messages/zh.ts';
import { useDemo, useSeat } from '../use-demo.ts';
import './demo.css';

/** The line above every page: whose eyes one looks through and the way back, or that the demo is there to be entered. */
export function DemoBar() {
  const word = useWords<keyof typeof zh>();
  const { seated, member } = useSession();
  const { data: demo } = useDemo();
  const seat = useSeat();
  if (seated)
    return (
      <div className="demo-bar" role="region" aria-label={word('demo.bar.inside')}>
        <b>{word('demo.bar.inside')}</b>
        <span className="k-grow">
          {word('demo.bar.as', { name: `${member.name} · ${member.roles[0]?.name ?? ''}` })}
        </span>
        <Link to="/demo">{word('demo.bar.switch')}</Link>
        <Button kind="link" small busy={seat.busy} onClick={() => void seat.leave()}>
          {word('demo.home')}
        </Button>
      </div>
    );
  if (demo?.phase === 'standing' && !demo.inside)
    return (
      <div className="demo-bar" role="region" aria-label={word('demo.bar.inside')}>
        <span className="k-grow">{word('demo.bar.ready')}</span>
        <Link to="/demo">{word('demo.bar.enter')}</Link>
      </div>
    );
  if (demo?.phase !== 'playing') return null;
  return (
    <div className="demo-bar" role="region" aria-label={word('demo.bar.inside')}>
      <span className="k-grow">
        {word('demo.bar.making', { percent: Math.floor((100 * demo.done) / Math.max(1, demo.days)) })}
      </span>
      <Link to="/demo">{word('demo.bar.look')}</Link>
    </div>
  );
}
