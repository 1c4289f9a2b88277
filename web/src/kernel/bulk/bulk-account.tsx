import type { BulkView } from '@dealtrail/protocol/bulk';
import { joined } from '../../kit/formats/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { Notice } from '../../kit/states/index.ts';
import { useSay } from '../i18n/index.ts';
import { useBulkWords } from './words.ts';

/** Why some records stay as they are, each reason with the first of them. */
export function BulkRefusals({ run }: { readonly run: Pick<BulkView, 'refused' | 'refusals'> }) {
  const word = useBulkWords();
  const say = useSay();
  const { language } = useKit();
  if (run.refused === 0) return null;
  return (
    <Notice tone="soon" title={word('bulk.refused', { count: run.refused })}>
      <ul>
        {run.refusals.map(({ why, count, samples }) => {
          const names = samples.flatMap(({ title }) => title || []);
          return (
            <li key={`${why.key} ${JSON.stringify(why.params)}`}>
              {count > 1 ? word('bulk.reason', { why: say(why), count }) : say(why)}
              {names.length > 0 && <span className="k-t3"> {joined(names, 'names', language)}</span>}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
