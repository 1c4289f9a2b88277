import { type InvitationLink, renewInvitationLinks } from '@dealtrail/protocol/organization';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { CopyLine } from '../../../kit/copy/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Facts } from '../../../kit/mark/index.ts';
import { QrPicture } from '../../../kit/qr/index.ts';
import { useSettingsWords } from '../parts/words.ts';
import { linksAsText } from '../rules/links-text.ts';

function LinkLine({ invitation }: { readonly invitation: InvitationLink }) {
  const word = useSettingsWords();
  const [qr, setQr] = useState(false);
  const name = invitation.name ?? invitation.email ?? '';
  return (
    <li>
      <div className="k-grow">
        <b>{name}</b>{' '}
        <span className="k-s13 k-t2">
          <Facts>
            {invitation.departmentName}
            {invitation.email}
          </Facts>
        </span>
        <CopyLine
          label={word('settings.invitation.link')}
          value={invitation.link}
          copyWord={word('settings.copy')}
          copiedWord={word('settings.copied')}
        />
        {qr && <QrPicture value={invitation.link} label={word('members.links.qr', { name })} />}
      </div>
      <Button kind="quiet" small label={word('members.links.qr', { name })} onClick={() => setQr(!qr)}>
        {word('members.links.showQr')}
      </Button>
    </li>
  );
}

function Made({ links }: { readonly links: readonly InvitationLink[] }) {
  const word = useSettingsWords();
  const [copied, setCopied] = useState(false);
  if (links.length === 0) return <p>{word('members.links.none')}</p>;
  const copyAll = () => {
    void navigator.clipboard.writeText(linksAsText(links)).then(() => setCopied(true));
  };
  return (
    <div className="k-stack">
      <div className="k-row k-wrap">
        <p className="k-grow">{word('members.links.count', { count: links.length })}</p>
        <Button kind="accent" icon={copied ? 'check' : 'copy'} onClick={copyAll}>
          {copied ? word('members.links.copied') : word('members.links.copyAll', { count: links.length })}
        </Button>
      </div>
      <ul className="settings-list member-links">
        {links.map((invitation) => (
          <LinkLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </div>
  );
}

/** Links for everybody who was entered and has not joined: made when asked for, copied at once or handed out one by one. */
export function LinksDialog({ onClose }: { readonly onClose: () => void }) {
  const word = useSettingsWords();
  const act = useAct(renewInvitationLinks, { invalidates: ['organization.*'] });
  const [links, setLinks] = useState<readonly InvitationLink[]>();
  const make = () => {
    // A refusal is said in the dialog.
    act.run({ body: {} }).then(
      ({ items }) => setLinks(items),
      () => undefined,
    );
  };
  const foot = links ? (
    <Button kind="primary" onClick={onClose}>
      {word('settings.done')}
    </Button>
  ) : (
    <Button kind="primary" icon="link" busy={act.busy} onClick={make}>
      {word('members.links.make')}
    </Button>
  );
  return (
    <Dialog open title={word('members.links.title')} onClose={onClose} foot={foot} width={640}>
      {links ? <Made links={links} /> : <p>{word('members.links.note')}</p>}
      <ProblemNotice error={act.error} />
    </Dialog>
  );
}
