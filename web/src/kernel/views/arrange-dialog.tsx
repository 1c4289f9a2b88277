import { arrangeViews, removeView, type View } from '@dealtrail/protocol/views';
import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { Button, IconButton } from '../../kit/button/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { useAct } from '../client/index.ts';
import { ProblemNotice } from '../states/index.ts';
import { useViewName, useViewWords } from './words.ts';
import './views.css';

interface RemoveDialogProps {
  readonly view: View;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a view is thrown away. */
export function RemoveDialog({ view, onClose, onDone }: RemoveDialogProps) {
  const word = useViewWords();
  const act = useAct(removeView, { invalidates: ['views.*'] });
  const remove = async () => {
    await act.run({ params: { id: view.id } });
    onDone();
    onClose();
  };
  const foot = (
    <Button kind="danger" busy={act.busy} onClick={() => void remove().catch(() => undefined)}>
      {word('views.remove')}
    </Button>
  );
  return (
    <Dialog open title={word('views.remove.title', { name: view.name ?? '' })} onClose={onClose} foot={foot}>
      <p>{word('views.remove.hint')}</p>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}

interface ArrangeDialogProps {
  readonly list: string;
  readonly views: readonly View[];
  readonly onClose: () => void;
}

/** Order of the tabs, which are shown and which opens first; the member's own. */
export function ArrangeDialog({ list, views, onClose }: ArrangeDialogProps) {
  const word = useViewWords();
  const act = useAct(arrangeViews, { invalidates: ['views.*'] });
  const [order, setOrder] = useState(views);
  const [hidden, setHidden] = useState(() => views.filter((view) => view.hidden).map(({ id }) => id));
  const [first, setFirst] = useState(views.find(({ isDefault }) => isDefault)?.id ?? null);
  const move = (view: View, by: number) => {
    const at = order.indexOf(view);
    const others = order.filter((each) => each !== view);
    setOrder([...others.slice(0, at + by), view, ...others.slice(at + by)]);
  };
  const save = async () => {
    await act.run({ body: { list, order: order.map(({ id }) => id), hidden, defaultId: first } });
    onClose();
  };
  const foot = (
    <Button kind="primary" busy={act.busy} onClick={() => void save().catch(() => undefined)}>
      {word('views.submit')}
    </Button>
  );
  return (
    <Dialog open title={word('views.arrange')} onClose={onClose} foot={foot}>
      <p className="k-t2 k-s13">{word('views.arrange.hint')}</p>
      <ul className="view-order">
        {order.map((view, at) => (
          <ArrangedView
            key={view.id}
            view={view}
            shown={!hidden.includes(view.id)}
            first={view.id === first}
            mayRise={at > 0}
            maySink={at < order.length - 1}
            onShow={(shown) => setHidden(shown ? hidden.filter((id) => id !== view.id) : [...hidden, view.id])}
            onFirst={() => setFirst(view.id)}
            onMove={(by) => move(view, by)}
          />
        ))}
      </ul>
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}

interface ArrangedViewProps {
  readonly view: View;
  readonly shown: boolean;
  readonly first: boolean;
  readonly mayRise: boolean;
  readonly maySink: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly onFirst: () => void;
  readonly onMove: (by: number) => void;
}

function ArrangedView({ view, shown, first, mayRise, maySink, onShow, onFirst, onMove }: ArrangedViewProps) {
  const word = useViewWords();
  const name = useViewName()(view);
  const [rise, sink] = [word('views.arrange.earlier', { name }), word('views.arrange.later', { name })];
  return (
    <li>
      <Checkbox checked={shown || first} disabled={first} onChange={({ target }) => onShow(target.checked)}>
        {name}
      </Checkbox>
      <span className="k-grow" />
      <Radio checked={first} onChange={onFirst}>
        {word('views.arrange.first')}
      </Radio>
      <IconButton small icon="up" label={rise} disabled={!mayRise} onClick={() => onMove(-1)} />
      <IconButton small icon="down" label={sink} disabled={!maySink} onClick={() => onMove(1)} />
    </li>
  );
}
