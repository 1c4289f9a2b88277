import type { Along } from '@dealtrail/protocol/records';
import { Input } from 'antd';
import { useId } from 'react';
import { useSay } from '../i18n/index.ts';
import { useBulkWords } from './words.ts';
import './bulk.css';

interface GoingAlongProps {
  readonly along: readonly Along[];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Before something is deleted: what goes along with it, and a place to say why. */
export function GoingAlong({ along, reason, onReason }: GoingAlongProps) {
  const word = useBulkWords();
  const say = useSay();
  const field = useId();
  return (
    <>
      {along.length > 0 && (
        <div>
          <p className="k-t2">{word('bulk.delete.along')}</p>
          <ul className="going-along">
            {along.map(({ key, count }) => (
              <li key={key}>{say({ key, params: { count } })}</li>
            ))}
          </ul>
        </div>
      )}
      <label className="why-deleted" htmlFor={field}>
        <span>{word('bulk.delete.reason')}</span>
        <Input
          id={field}
          value={reason}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onReason(event.target.value)}
        />
      </label>
    </>
  );
}
