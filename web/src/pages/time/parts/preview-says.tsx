import type { previewClockPolicy } from '@dealtrail/protocol/clocks';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Moment } from '../../../kit/formats/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { useHearers } from './use-hearers.ts';
import { useTermsWords, useTimeWords } from './words.ts';

type Preview = Answer<typeof previewClockPolicy>;

/** What would start at the moment asked for: due when, warned when, who hears when. */
function Samples({ samples }: Pick<Preview, 'samples'>) {
  const word = useTimeWords();
  const { variantOf } = useTermsWords();
  const { nameOf } = useHearers();
  const [first] = samples;
  if (!first) return null;
  return (
    <>
      <p>
        {word('time.policy.preview.started')} <Moment at={first.startedAt} />
      </p>
      <ul className="time-examples">
        {samples.map(({ variant, dueAt, warnAt, restDays, escalations }) => (
          <li key={variant ?? 'one'}>
            {variant !== null && <b>{word('time.policy.preview.variant', { variant: variantOf(variant) })} </b>}
            {word('time.policy.preview.due')} <Moment at={dueAt} />
            {restDays > 0 && word('time.policy.preview.rest', { days: restDays })}
            <div className="k-s12 k-t2">
              {word('time.policy.preview.warn')} <Moment at={warnAt} />
              {escalations.map(({ key, to, at }) => (
                <span key={key}>
                  {' → '}
                  {nameOf(to)} <Moment at={at} />
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a trial run found, in sentences, with the first records it concerns. */
export function PreviewSays({ preview }: { readonly preview: Preview }) {
  const word = useTimeWords();
  const { open, overdue, changed, kept, overdueAtOnce, examples, samples } = preview;
  const said =
    open === 0
      ? word('time.policy.preview.none')
      : changed === 0
        ? word('time.policy.preview.same', { open })
        : word('time.policy.preview.changed', { open, changed, kept });
  const late = word('time.policy.preview.overdue', { now: overdue, after: overdue + overdueAtOnce });
  return (
    <Notice tone={overdueAtOnce > 0 ? 'soon' : 'plain'} title={said}>
      {open > 0 && <p>{late}</p>}
      {examples.length > 0 && (
        <ul className="time-examples">
          {examples.map(({ recordId, title, dueAt, newDueAt }) => (
            <li key={`${recordId}${dueAt}`}>
              {title} <Moment at={dueAt} /> → <Moment at={newDueAt} />
            </li>
          ))}
        </ul>
      )}
      <Samples samples={samples} />
    </Notice>
  );
}
