import { listJoinLinks, revokeJoinLink } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useRoleNames } from '../parts/role-names.ts';
import { JoinLinkDialog } from './join-link-dialog.tsx';
import { useJoiningWords } from './words.ts';
import './joining.css';

type JoinLink = Answer<typeof listJoinLinks>['items'][number];

function Line({ link }: { readonly link: JoinLink }) {
  const word = useJoiningWords();
  const { nameOf } = useRoleNames();
  const { language } = useKit();
  const act = useAct(revokeJoinLink, { invalidates: ['organization.*'] });
  const { id, departmentName, roleKeys, needsApproval, uses, mostUses, state, expiresAt } = link;
  const name = departmentName ?? word('joining.noDepartment');
  const open = state === 'open';
  return (
    <li className={open ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{name}</b>
        <div className="k-s13 k-t2">
          <Facts>
            {joined(
              roleKeys.map((key) => nameOf(key)),
              'names',
              language,
            )}
            {word('joining.uses', { uses, most: mostUses })}
            {needsApproval && word('joining.needsApproval')}
            {open && (
              <span>
                {word('settings.invitation.until')} <Moment at={expiresAt} />
              </span>
            )}
          </Facts>
        </div>
        <ProblemNotice error={act.error} />
      </div>
      <StateTag tone={open ? 'accent' : 'outline'}>{word(`joining.state.${state}`)}</StateTag>
      {open && (
        <Button
          small
          busy={act.busy}
          label={word('joining.revokeOf', { name })}
          onClick={() => act.press({ params: { id } })}
        >
          {word('joining.revoke')}
        </Button>
      )}
    </li>
  );
}

/** The links by which whole departments join. */
export function JoinLinks() {
  const word = useJoiningWords();
  const found = useOperation(listJoinLinks, {});
  const [making, setMaking] = useState(false);
  const items = found.data?.items ?? [];
  return (
    <section className="joining" aria-label={word('joining.title')}>
      <div className="k-row k-wrap">
        <div className="k-grow">
          <h2>{word('joining.title')}</h2>
          <p className="k-s13 k-t2">{word('joining.note')}</p>
        </div>
        <Button icon="link" onClick={() => setMaking(true)}>
          {word('joining.new')}
        </Button>
      </div>
      {found.isError && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
      {items.length > 0 && (
        <ul className="settings-list">
          {items.map((link) => (
            <Line key={link.id} link={link} />
          ))}
        </ul>
      )}
      {making && <JoinLinkDialog onClose={() => setMaking(false)} />}
    </section>
  );
}
