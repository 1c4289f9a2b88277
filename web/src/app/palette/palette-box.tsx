import { search } from '@dealtrail/protocol/search';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useOperation } from '../../kernel/client/index.ts';
import { useWords } from '../../kernel/i18n/index.ts';
import { useGo } from '../../kernel/routing/index.ts';
import { useMay } from '../../kernel/session/index.ts';
import { Dialog } from '../../kit/dialog/index.tsx';
import { Icon, type IconName } from '../../kit/icon/index.ts';
import { creatable, navigation } from '../navigation.ts';
import { pageExists } from '../screens.ts';
import './palette.css';

interface Line {
  readonly key: string;
  readonly group: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly to: string;
  /** A follow-up can be written on it. */
  readonly followed?: boolean;
}

const looks: Readonly<Record<string, { readonly icon: IconName; readonly page: string }>> = {
  lead: { icon: 'lead', page: '/leads' },
  customer: { icon: 'customer', page: '/customers' },
  opportunity: { icon: 'opportunity', page: '/opportunities' },
  review: { icon: 'calendar', page: '/reviews' },
};

function useLines(asked: string): {
  readonly lines: readonly Line[];
  readonly beyond: 'exists' | 'none' | 'limit' | null;
} {
  const word = useWords();
  const may = useMay();
  const found = useOperation(search, { query: { q: asked } }, { enabled: asked !== '', keep: true });
  const places = [
    ...[...navigation.main, ...navigation.back, ...navigation.foot].map((entry) => ({
      ...entry,
      title: word(`nav.${entry.key}`),
    })),
    ...creatable.map((entry) => ({ ...entry, title: word(`new.${entry.key}`) })),
  ].filter(
    (entry) =>
      pageExists(entry.path) &&
      may(entry.permission) &&
      (!asked || entry.title.toLowerCase().includes(asked.toLowerCase())),
  );
  const records = asked ? (found.data?.items ?? []) : [];
  const lines = [
    ...records.flatMap((hit): Line[] => {
      const look = looks[hit.kind];
      if (!look || !pageExists(`${look.page}/$id`)) return [];
      const note = [hit.number, hit.ownerName, hit.fileName].filter(Boolean).join(' · ');
      return [
        {
          key: hit.id,
          group: word('palette.records'),
          icon: look.icon,
          title: hit.title,
          note,
          to: `${look.page}/${hit.id}`,
          followed: hit.kind !== 'customer',
        },
      ];
    }),
    ...places.map((entry) => ({
      key: entry.path,
      group: word('palette.pages'),
      icon: entry.icon,
      title: entry.title,
      note: '',
      to: entry.path,
    })),
  ];
  return { lines, beyond: asked ? (found.data?.beyond ?? null) : null };
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly at: number;
  readonly onChoose: (line: Line) => void;
}

function Lines({ lines, at, onChoose }: LinesProps) {
  const word = useWords();
  return (
    <div id="palette-lines" className="palette-lines" role="listbox" aria-label={word('palette.title')}>
      {lines.map((line, index) => (
        <button
          key={line.key}
          id={`palette-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onClick={() => onChoose(line)}
        >
          <Icon name={line.icon} />
          <span className="k-grow k-clip">{line.title}</span>
          <span className="k-s12 k-t3">{line.note || line.group}</span>
        </button>
      ))}
    </div>
  );
}

/** The dialog takes the focus when it opens; a turn later the box has it. */
function takeFocus(box: HTMLInputElement | null): void {
  if (box) setTimeout(() => box.focus(), 50);
}

/** One box for everything: records by name, number or phone ending, pages and acts by their words. */
export function PaletteBox({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const word = useWords();
  const go = useGo();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { lines, beyond } = useLines(useDeferredValue(text.trim()));
  const at = Math.min(chosen, lines.length - 1);
  const choose = (line: Line | undefined, follow = false) => {
    if (!line) return;
    onClose();
    setText('');
    go(follow && line.followed ? `${line.to}?act=follow-up` : line.to);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setChosen(Math.min(lines.length - 1, Math.max(0, at + step)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(lines[at], event.shiftKey);
  };
  return (
    <Dialog open={open} title={word('palette.title')} onClose={onClose} width={560}>
      <input
        ref={takeFocus}
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-lines"
        aria-activedescendant={lines[at] ? `palette-${at}` : undefined}
        aria-label={word('shell.search')}
        placeholder={word('shell.search')}
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <Lines lines={lines} at={at} onChoose={choose} />
      {lines[at]?.followed && (
        <p className="k-s12 k-t3">
          <kbd>Shift</kbd> + <kbd>Enter</kbd> {word('palette.followUp')}
        </p>
      )}
      {lines.length === 0 && <p className="k-t2">{word(beyond ? `palette.beyond.${beyond}` : 'palette.none')}</p>}
    </Dialog>
  );
}
