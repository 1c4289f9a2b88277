import { Link } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Icon } from '../../../kit/icon/index.ts';
import { DuplicateHits } from '../../../modules/customers/index.ts';
import { type Entry, nameOf } from '../rules/entry.ts';
import { useStandWords } from './words.ts';

interface ListProps {
  readonly entries: readonly Entry[];
  readonly onMend: (entry: Entry) => void;
  readonly onDrop: (entry: Entry) => void;
}

function stateOf({ state, photo, joined }: Entry): 'waiting' | 'card' | 'joined' | 'sent' {
  if (state !== 'sent') return 'waiting';
  if (photo !== null) return 'card';
  return joined ? 'joined' : 'sent';
}

function Line({ entry, onMend, onDrop }: Omit<ListProps, 'entries'> & { readonly entry: Entry }) {
  const word = useStandWords();
  const { state, why = '', leadId, hits = [] } = entry;
  const name = nameOf(entry.typed);
  const said = state === 'refused' ? word('stand.state.refused', { why }) : word(`stand.state.${stateOf(entry)}`);
  return (
    <li>
      <Icon name={state === 'refused' ? 'alert' : state === 'sent' ? 'check' : 'offline'} size={18} />
      <div className="k-grow">
        {leadId ? <Link to={`/leads/${leadId}`}>{name}</Link> : <b>{name}</b>}
        <div className="k-s12 k-t2">
          <Moment at={new Date(entry.at).toISOString()} /> · {said}
        </div>
        <DuplicateHits hits={[...hits]} />
        {state === 'refused' && (
          <div className="k-row">
            <Button small kind="accent" onClick={() => onMend(entry)}>
              {word('stand.mend')}
            </Button>
            <Button small kind="plain" label={word('stand.drop.name', { name })} onClick={() => onDrop(entry)}>
              {word('stand.drop')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** What was just entered on this phone, and what became of it. */
export function EntryList({ entries, onMend, onDrop }: ListProps) {
  const word = useStandWords();
  if (entries.length === 0) return null;
  return (
    <Card title={word('stand.latest')} flush>
      <ul className="stand-entries">
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} onMend={onMend} onDrop={onDrop} />
        ))}
      </ul>
    </Card>
  );
}
