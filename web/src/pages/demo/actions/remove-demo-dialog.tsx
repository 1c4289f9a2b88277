import { type DemoState, demoState, removeDemo } from '@dealtrail/protocol/demo';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import type { zh } from '../messages/zh.ts';

const kinds = ['leads', 'customers', 'opportunities', 'followUps', 'members'] as const;

/** Asks once more, says what goes with it, and wants the name typed. */
export function RemoveDemoDialog({
  demo,
  open,
  onClose,
}: {
  readonly demo: DemoState;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const word = useWords<keyof typeof zh>();
  const act = useAct(removeDemo, { invalidates: [demoState] });
  const problem = useProblemWords(act.error);
  const added = kinds.filter((kind) => demo.added[kind] > 0);
  return (
    <Dialog open={open} title={word('demo.remove')} onClose={onClose}>
      <div className="k-stack">
        <p>{word('demo.remove.why')}</p>
        <p>{word(added.length > 0 ? 'demo.remove.added' : 'demo.remove.nothing')}</p>
        {added.length > 0 && (
          <ul>
            {added.map((kind) => (
              <li key={kind}>{word(`demo.added.${kind}`, { count: demo.added[kind] })}</li>
            ))}
          </ul>
        )}
        <FormFrame<{ name: string }>
          label={word('demo.remove')}
          initial={{}}
          guard={false}
          problem={problem}
          submitWord={word('demo.remove')}
          onSubmit={async ({ name }) => {
            await act.run({ body: { name } });
            onClose();
          }}
        >
          <Field
            name="name"
            label={word('demo.remove.name')}
            required
            help={word('demo.remove.type', { name: demo.name ?? '' })}
          >
            <Input autoComplete="off" maxLength={120} />
          </Field>
        </FormFrame>
      </div>
    </Dialog>
  );
}
