import { mapSource, type unlistedSources } from '@dealtrail/protocol/leads';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { formatCount, joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Empty, Notice, Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { trayFilter } from '../lead-views.ts';
import { useLeadWords, useSourceOptions } from '../parts/words.ts';
import { useUnlistedSources } from '../queries.ts';
import '../parts/leads.css';

type Entry = Answer<typeof unlistedSources>['items'][number];

interface LineProps {
  readonly entry: Entry;
  readonly onMapped: (changed: number) => void;
}

function Line({ entry, onMapped }: LineProps) {
  const word = useLeadWords();
  const { language } = useKit();
  const options = useSourceOptions();
  const [to, setTo] = useState<string | null>(null);
  const act = useAct(mapSource, { invalidates: ['leads.*', 'insights.*'], onDone: ({ changed }) => onMapped(changed) });
  const { text, count } = entry;
  const name = text ?? word('leads.tray.none');
  return (
    <li>
      <div className="k-grow">
        <b>{name}</b>{' '}
        <Link className="k-s13" to="/leads" search={{ view: 'all', filter: trayFilter(text) }}>
          {word('leads.tray.count', { count: formatCount(count, language) })}
        </Link>
        <ProblemNotice error={act.error} />
      </div>
      <Select
        className="lead-tray-choice"
        aria-label={word('leads.tray.to', { name })}
        placeholder={word('leads.tray.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        value={to}
        options={[...options]}
        onChange={setTo}
      />
      <Button
        kind="accent"
        disabled={!to}
        busy={act.busy}
        label={word('leads.tray.mapOf', { name })}
        onClick={() => to && act.press({ body: { text, to } })}
      >
        {word('leads.tray.map')}
      </Button>
      {text !== null && (
        <Button label={word('leads.tray.listOf', { name })} onClick={() => act.press({ body: { text, to: text } })}>
          {word('leads.tray.list')}
        </Button>
      )}
    </li>
  );
}

/** The mapping tray: sources that are on no list and leads without one wait here until somebody says what they are. */
export function SourceTray() {
  const word = useLeadWords();
  const found = useUnlistedSources();
  const sources = useSourceOptions();
  const { language } = useKit();
  const [changed, setChanged] = useState<number>();
  const entries = found.data?.items;
  return (
    <SettingsFrame here="sources" note={word('leads.tray.note')}>
      <div className="k-stack">
        <div role="status">
          {changed !== undefined && <Notice title={word('leads.tray.done', { count: changed })} />}
        </div>
        {found.isError && !entries ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : !entries ? (
          <Skeleton shape="rows" count={4} />
        ) : entries.length === 0 ? (
          <Empty icon="check" title={word('leads.tray.empty')} hint={word('leads.tray.empty.hint')} />
        ) : (
          <ul className="settings-list lead-tray">
            {entries.map((entry) => (
              <Line key={entry.text ?? ''} entry={entry} onMapped={setChanged} />
            ))}
          </ul>
        )}
        <Card title={word('leads.tray.listed')}>
          <p className="k-t2">
            {joined(
              sources.map(({ label }) => label),
              'names',
              language,
            )}
          </p>
        </Card>
      </div>
    </SettingsFrame>
  );
}
