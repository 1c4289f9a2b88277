import type { previewClockPolicy } from '@dealtrail/protocol/clocks';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Moment } from '../../../kit/formats/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useTimeWords } from './words.ts';

/** What a trial run found, in sentences, with the first records it concerns. */
export function PreviewSays({ preview }: { readonly preview: Answer<typeof previewClockPolicy> }) {
  const word = useTimeWords();
  const { open, changed, kept, overdueAtOnce, examples } = preview;
  const said =
    open === 0
      ? word('time.policy.preview.none')
      : changed === 0
        ? word('time.policy.preview.same', { open })
        : word('time.policy.preview.changed', { open, changed, kept });
  return (
    <Notice tone={overdueAtOnce > 0 ? 'soon' : 'plain'} title={said}>
      {overdueAtOnce > 0 && <p>{word('time.policy.preview.overdue', { count: overdueAtOnce })}</p>}
      {examples.length > 0 && (
        <ul className="time-examples">
          {examples.map(({ recordId, title, dueAt, newDueAt }) => (
            <li key={`${recordId}${dueAt}`}>
              {title} <Moment at={dueAt} /> → <Moment at={newDueAt} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
