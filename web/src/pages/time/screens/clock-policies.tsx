import {
  listClockPolicies,
  type ClockPolicyView,
  type PolicyTerms,
  resetClockPolicy,
} from '@dealtrail/protocol/clocks';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, IconButton, MenuButton } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../../modules/organization/index.ts';
import { PolicySheet } from '../actions/policy-sheet.tsx';
import { VersionsDialog } from '../actions/versions-dialog.tsx';
import { useHearers } from '../parts/use-hearers.ts';
import { usePolicyRule, usePolicyTitle, useTermsWords, useTimeWords } from '../parts/words.ts';
import { usePolicies } from '../queries.ts';

function Line({
  policy,
  onEdit,
  onReset,
  onVersions,
}: {
  readonly policy: ClockPolicyView;
  readonly onEdit: () => void;
  readonly onReset: () => void;
  readonly onVersions: () => void;
}) {
  const word = useTimeWords();
  const title = usePolicyTitle()(policy);
  const rule = usePolicyRule()(policy);
  const { escalationOf, postponeOf } = useTermsWords();
  const { nameOf } = useHearers();
  const { terms, version, open, overdue, replanning } = policy;
  const acts = [
    { key: 'edit', word: word('time.policy.edit'), icon: 'edit' as const, onClick: onEdit },
    { key: 'versions', word: word('time.policy.versions'), icon: 'clock' as const, onClick: onVersions },
    ...(version > 0
      ? [{ key: 'reset', word: word('time.policy.reset'), icon: 'undo' as const, onClick: onReset }]
      : []),
  ];
  return (
    <li className={terms.active ? '' : 'quiet'}>
      <div className="k-grow">
        <b>{title}</b>
        <div className="k-s13">{rule}</div>
        <div className="k-s13 k-t2">
          <Facts>
            {word('time.policy.warned', { percent: terms.warnAtPercent })}
            {terms.escalations.length > 0
              ? terms.escalations.map((step) => escalationOf(step, nameOf)).join(' → ')
              : word('time.policy.escalations.none')}
            {postponeOf(terms)}
          </Facts>
        </div>
        {open > 0 && (
          <div className="k-s13 k-t3">
            <Facts>
              {word('time.policy.open', { count: open })}
              {overdue > 0 && word('time.policy.overdue', { count: overdue })}
            </Facts>
          </div>
        )}
      </div>
      {replanning && <StateTag tone="soon">{word('time.policy.replanning')}</StateTag>}
      {!terms.active && <StateTag>{word('time.policy.off')}</StateTag>}
      {terms.active && version > 0 && <StateTag>{word('time.policy.changed')}</StateTag>}
      <MenuButton acts={acts}>
        <IconButton small icon="more" label={word('time.policy.acts', { title })} />
      </MenuButton>
    </li>
  );
}

function ResetDialog({ policy, onClose }: { readonly policy: ClockPolicyView; readonly onClose: () => void }) {
  const word = useTimeWords();
  const title = usePolicyTitle()(policy);
  const { limitOf } = useTermsWords();
  const { words } = useKit();
  const act = useAct(resetClockPolicy, { invalidates: [listClockPolicies], onDone: onClose });
  return (
    <Dialog
      open
      title={word('time.policy.reset.ask')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            kind="primary"
            busy={act.busy}
            onClick={() => act.press({ body: { key: policy.key, version: policy.version, applyToOpen: false } })}
          >
            {word('time.policy.reset.do')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={act.error} />
      <p>
        {title} {limitOf(policy.shipped)}
      </p>
    </Dialog>
  );
}

/** Every time limit of the house: how long it runs here, who hears of it, how many run under it. */
export function ClockPolicies() {
  const word = useTimeWords();
  const found = usePolicies();
  const [doing, setDoing] = useState<{
    readonly kind: 'edit' | 'reset' | 'versions';
    readonly key: string;
    readonly from?: PolicyTerms;
  }>();
  const policies = found.data?.items;
  const subject = policies?.find(({ key }) => key === doing?.key);
  const close = () => setDoing(undefined);
  return (
    <SettingsFrame here="clocks" note={word('time.policies.note')}>
      {found.isError && !policies ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : policies ? (
        <ul className="settings-list">
          {policies.map((policy) => (
            <Line
              key={policy.key}
              policy={policy}
              onEdit={() => setDoing({ kind: 'edit', key: policy.key })}
              onReset={() => setDoing({ kind: 'reset', key: policy.key })}
              onVersions={() => setDoing({ kind: 'versions', key: policy.key })}
            />
          ))}
        </ul>
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
      {subject && doing?.kind === 'edit' && <PolicySheet policy={subject} from={doing.from} onClose={close} />}
      {subject && doing?.kind === 'versions' && (
        <VersionsDialog
          policy={subject}
          onTake={(from) => setDoing({ kind: 'edit', key: subject.key, from })}
          onClose={close}
        />
      )}
      {subject && doing?.kind === 'reset' && <ResetDialog policy={subject} onClose={close} />}
    </SettingsFrame>
  );
}
