import { demoState, startDemo } from '@dealtrail/protocol/demo';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { ChoiceChips } from '../../../kit/form/index.ts';
import type { zh } from '../messages/zh.ts';

const sizes = { year: {}, weeks: { days: 21, leads: 60 } } as const;

/** Asks for the demo: what it is, how large it is to be. */
export function DemoStart({ failed }: { readonly failed: boolean }) {
  const word = useWords<keyof typeof zh>();
  const [size, setSize] = useState<keyof typeof sizes>('year');
  const start = useAct(startDemo, { invalidates: [demoState] });
  return (
    <Card title={word('demo.start')}>
      <div className="k-stack">
        <p>{word('demo.why')}</p>
        {failed && <p role="status">{word('demo.failed')}</p>}
        <ChoiceChips
          label={word('demo.size')}
          value={size}
          onChange={setSize}
          choices={[
            { value: 'year', word: word('demo.size.year') },
            { value: 'weeks', word: word('demo.size.weeks') },
          ]}
        />
        <p className="k-t2">{word('demo.size.hint')}</p>
        {start.error && <ProblemState error={start.error} />}
        <div className="k-row">
          <Button kind="primary" busy={start.busy} onClick={() => start.press({ body: sizes[size] })}>
            {word('demo.start')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
