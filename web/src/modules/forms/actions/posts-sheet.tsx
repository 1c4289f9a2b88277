import { decidePost, type InboundFieldName, type InboundHook, type InboundPost } from '@dealtrail/protocol/forms';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useFormWords, useInboundFieldName } from '../parts/words.ts';
import { usePosts } from '../queries.ts';
import '../parts/inbound.css';

const mendable = ['companyName', 'contactName', 'phone', 'email', 'need'] as const satisfies InboundFieldName[];

/** A post that waits: what is wrong is mended here and sent again, or it is thrown away. */
function Mend({ post }: { readonly post: InboundPost }) {
  const word = useFormWords();
  const nameOf = useInboundFieldName();
  const act = useAct(decidePost, { invalidates: ['forms.*', 'leads.*'] });
  const [facts, setFacts] = useState<Partial<Record<InboundFieldName, string>>>({});
  const told = Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''));
  const decide = (take: boolean) =>
    act.press({ params: { id: post.id }, body: { take, ...(take ? { facts: told } : {}) } });
  return (
    <div className="k-stack">
      <dl className="k-fields">
        {mendable.map((name) => (
          <div key={name} className="k-row">
            <dt>{nameOf(name)}</dt>
            <dd className="k-grow">
              <Input
                aria-label={nameOf(name)}
                maxLength={200}
                placeholder={post.facts?.[name] ?? word('inbound.post.kept')}
                value={facts[name] ?? ''}
                onChange={({ target }) => setFacts({ ...facts, [name]: target.value })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <ProblemNotice error={act.error} />
      <div className="k-row">
        <Button small kind="accent" busy={act.busy} onClick={() => decide(true)}>
          {word('inbound.post.take')}
        </Button>
        <Button small kind="quiet" disabled={act.busy} onClick={() => decide(false)}>
          {word('inbound.post.drop')}
        </Button>
      </div>
    </div>
  );
}

function Line({ post }: { readonly post: InboundPost }) {
  const word = useFormWords();
  const { at, state, reason, leadId, body } = post;
  return (
    <li className="settings-box k-stack">
      <div className="k-row k-wrap k-s13 k-t2">
        <Moment at={at} />
        <StateTag>{word(`inbound.post.${state}`)}</StateTag>
        {reason && <span>{word(`postReason.${reason}`)}</span>}
        {leadId && <Link to={`/leads/${leadId}`}>{post.facts?.companyName ?? word('inbound.post.created')}</Link>}
      </div>
      {body && (
        <pre className="inbound-body" aria-label={word('inbound.post.raw')}>
          {body}
        </pre>
      )}
      {state === 'held' && <Mend post={post} />}
    </li>
  );
}

interface PostsSheetProps {
  readonly hook: InboundHook;
  readonly state: InboundPost['state'] | undefined;
  readonly onClose: () => void;
}

/** What was posted to a door and what became of it; what waits is mended here. */
export function PostsSheet({ hook, state, onClose }: PostsSheetProps) {
  const word = useFormWords();
  const [asked, setAsked] = useState<InboundPost['state'] | 'all'>(state ?? 'all');
  const found = usePosts(hook.id, asked === 'all' ? undefined : asked);
  const choices = (['all', 'held', 'created', 'joined', 'discarded'] as const).map((value) => ({
    value,
    word: word(`inbound.post.${value}`),
  }));
  const posts = found.data?.items;
  return (
    <Sheet open title={word('inbound.posts')} note={hook.name} width={640} onClose={onClose}>
      <div className="k-stack">
        <Segmented label={word('inbound.posts')} choices={choices} value={asked} onChange={setAsked} />
        <p className="k-s12 k-t3">{word('inbound.post.gone')}</p>
        {found.isError && !posts ? (
          <ProblemState error={found.error} onRetry={() => void found.refetch()} />
        ) : posts?.length === 0 ? (
          <p className="k-t2">{word('inbound.post.none')}</p>
        ) : posts ? (
          <ul className="k-stack">
            {posts.map((post) => (
              <Line key={post.id} post={post} />
            ))}
          </ul>
        ) : (
          <Skeleton shape="rows" count={4} />
        )}
      </div>
    </Sheet>
  );
}
