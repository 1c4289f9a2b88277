import { type InboundHook, type InboundPost, listHooks, type OpenedHook, updateHook } from '@dealtrail/protocol/forms';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useSourceName } from '../../leads/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { HookSheet } from '../actions/hook-sheet.tsx';
import { OpenedDialog, RenewDialog } from '../actions/opened-dialog.tsx';
import { PostsSheet } from '../actions/posts-sheet.tsx';
import { useFormWords } from '../parts/words.ts';
import { useHooks } from '../queries.ts';
import '../parts/inbound.css';

type Doing =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'renew'; readonly id: string }
  | { readonly kind: 'posts'; readonly id: string; readonly state: InboundPost['state'] | undefined }
  | { readonly kind: 'opened'; readonly opened: OpenedHook };

interface LineProps {
  readonly hook: InboundHook;
  readonly onDo: (doing: Doing) => void;
}

/** Where its leads come from and what came through it. */
function What({ hook }: { readonly hook: InboundHook }) {
  const word = useFormWords();
  const sourceName = useSourceName();
  const { source, campaign, signed, created, joined, lastAt } = hook;
  return (
    <div className="k-s13 k-t2">
      <Facts>
        {sourceName(source)}
        {campaign}
        {signed && word('inbound.signed')}
        {lastAt && word('forms.created', { count: created })}
        {lastAt && word('forms.joined', { count: joined })}
        {lastAt ? (
          <>
            {word('forms.last')} <Moment at={lastAt} />
          </>
        ) : (
          word('inbound.never')
        )}
      </Facts>
    </div>
  );
}

function Line({ hook, onDo }: LineProps) {
  const word = useFormWords();
  const { id, name, active, held, version } = hook;
  const change = useAct(updateHook, { invalidates: [listHooks] });
  const acts = [
    { key: 'edit', word: word('inbound.edit'), icon: 'edit' as const, onClick: () => onDo({ kind: 'edit', id }) },
    {
      key: 'toggle',
      word: word(active ? 'inbound.stop' : 'inbound.start'),
      icon: 'pause' as const,
      onClick: () => change.press({ params: { id }, body: { version, active: !active } }),
    },
    {
      key: 'renew',
      word: word('inbound.renew'),
      icon: 'key' as const,
      danger: true,
      onClick: () => onDo({ kind: 'renew', id }),
    },
  ];
  const posts = (state: InboundPost['state'] | undefined) => () => onDo({ kind: 'posts', id, state });
  return (
    <li className={active ? 'inbound-line' : 'inbound-line quiet'}>
      <div className="k-grow">
        <b>{name}</b>
        <What hook={hook} />
        <ProblemNotice error={change.error} />
      </div>
      {!active && <StateTag>{word('inbound.off')}</StateTag>}
      {held > 0 && (
        <Button small onClick={posts('held')}>
          {word('forms.held', { count: held })}
        </Button>
      )}
      <Button small icon="list" onClick={posts(undefined)}>
        {word('inbound.posts')}
      </Button>
      <MenuButton acts={acts}>
        <IconButton small icon="more" label={word('inbound.acts', { name })} />
      </MenuButton>
    </li>
  );
}

/** Doors for other systems: what came through each, its mapping, what waits for a person. */
export function InboundHooks() {
  const word = useFormWords();
  const found = useHooks();
  const [doing, setDoing] = useState<Doing>();
  const hooks = found.data?.items;
  const close = () => setDoing(undefined);
  const subject = doing && 'id' in doing ? hooks?.find(({ id }) => id === doing.id) : undefined;
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setDoing({ kind: 'new' })}>
      {word('inbound.new')}
    </Button>
  );
  const onOpened = (opened: OpenedHook) => setDoing({ kind: 'opened', opened });
  const closeSheet = () => setDoing((now) => (now?.kind === 'opened' ? now : undefined));
  return (
    <SettingsFrame here="webhooks" note={word('inbound.note')} actions={add}>
      {found.isError && !hooks ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : hooks?.length === 0 ? (
        <Empty title={word('inbound.empty')} hint={word('inbound.empty.hint')} />
      ) : hooks ? (
        <ul className="settings-list">
          {hooks.map((hook) => (
            <Line key={hook.id} hook={hook} onDo={setDoing} />
          ))}
        </ul>
      ) : (
        <Skeleton shape="rows" count={3} />
      )}
      {doing?.kind === 'new' && <HookSheet hook={undefined} onOpened={onOpened} onClose={closeSheet} />}
      {subject && doing?.kind === 'edit' && <HookSheet hook={subject} onOpened={onOpened} onClose={closeSheet} />}
      {subject && doing?.kind === 'posts' && <PostsSheet hook={subject} state={doing.state} onClose={close} />}
      {subject && doing?.kind === 'renew' && <RenewDialog hook={subject} onOpened={onOpened} onClose={close} />}
      {doing?.kind === 'opened' && <OpenedDialog opened={doing.opened} onClose={close} />}
    </SettingsFrame>
  );
}
