import { type InboundField, type InboundFieldName, tryHook } from '@dealtrail/protocol/forms';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useTypedValues } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import { usePosts } from '../queries.ts';
import { useFormWords, useInboundFieldName } from './words.ts';

interface TrialProps {
  /** The door; a new one has none yet to be tried at. */
  readonly hookId: string;
  readonly onPaths: (paths: readonly string[]) => void;
}

/** Fields that say where they are from; half-written ones are not tried. */
export const written = (fields: readonly InboundField[]): InboundField[] =>
  fields.filter(({ path, constant }) => (path ?? constant ?? '').trim() !== '');

/** What the mapping makes of a sample, before anything real comes. */
export function MappingTrial({ hookId, onPaths }: TrialProps) {
  const word = useFormWords();
  const nameOf = useInboundFieldName();
  const { language } = useKit();
  const id = useId();
  const { fields = [] } = useTypedValues() as { readonly fields?: readonly InboundField[] };
  const [sample, setSample] = useState('');
  const posts = usePosts(hookId, undefined);
  const latest = posts.data?.items.find(({ body }) => body !== null);
  const act = useAct(tryHook, { onDone: ({ paths }) => onPaths(paths) });
  const [tried, setTried] = useState<Awaited<ReturnType<typeof act.run>>>();
  const attempt = (what: { readonly sample: string } | { readonly postId: string }) =>
    act
      .run({ params: { id: hookId }, body: { fields: written(fields), ...what } })
      .then(setTried, () => setTried(undefined));
  const facts = Object.entries(tried?.facts ?? {}) as [InboundFieldName, string][];
  return (
    <section className="k-stack">
      <label htmlFor={id}>
        <b>{word('inbound.sample')}</b>
        <span className="k-s13 k-t2"> {word('inbound.sample.help')}</span>
      </label>
      <Input.TextArea
        id={id}
        rows={5}
        maxLength={65_536}
        spellCheck={false}
        value={sample}
        onChange={({ target }) => setSample(target.value)}
      />
      <div className="k-row k-wrap">
        <Button disabled={sample.trim() === ''} busy={act.busy} onClick={() => void attempt({ sample })}>
          {word('inbound.sample.try')}
        </Button>
        {latest && (
          <Button kind="quiet" busy={act.busy} onClick={() => void attempt({ postId: latest.id })}>
            {word('inbound.sample.posted')}
          </Button>
        )}
      </div>
      <ProblemNotice error={act.error} />
      {tried && (
        <div className="k-stack" aria-live="polite">
          {tried.reason && (
            <Notice tone="soon" title={word('inbound.sample.waits', { why: word(`postReason.${tried.reason}`) })} />
          )}
          {tried.nothingAt.length > 0 && (
            <p className="k-s13">
              {word('inbound.sample.nothing', { fields: joined(tried.nothingAt.map(nameOf), 'names', language) })}
            </p>
          )}
          <b className="k-s13">{word('inbound.sample.made')}</b>
          <FieldList fields={facts.map(([name, text]) => [nameOf(name), text])} />
        </div>
      )}
    </section>
  );
}
