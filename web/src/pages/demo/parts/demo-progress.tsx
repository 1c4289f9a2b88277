import type { DemoState } from '@dealtrail/protocol/demo';
import { useWords } from '../../../kernel/i18n/index.ts';
import { Bar, Card } from '../../../kit/card/index.ts';
import type { zh } from '../messages/zh.ts';

/** How far the making of the demo is; it goes on without this page. */
export function DemoProgress({ demo }: { readonly demo: DemoState }) {
  const word = useWords<keyof typeof zh>();
  const { phase, done, days } = demo;
  const said = phase === 'asked' ? word('demo.asked') : word('demo.making.days', { done, days });
  return (
    <Card title={word(phase === 'clearing' ? 'demo.clearing' : 'demo.making')}>
      <div className="k-stack" role="status">
        {phase === 'clearing' ? <Bar share={1} label={word('demo.clearing')} /> : <b>{said}</b>}
        {phase !== 'clearing' && <Bar share={days ? done / days : 0} label={said} />}
        {phase !== 'clearing' && <p className="k-t2">{word('demo.making.hint')}</p>}
      </div>
    </Card>
  );
}
