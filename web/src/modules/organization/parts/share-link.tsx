import { CopyLine } from '../../../kit/copy/index.ts';
import { QrPicture } from '../../../kit/qr/index.ts';
import { useSettingsWords } from './words.ts';

interface ShareLinkProps {
  /** What it is: 邀请链接. */
  readonly label: string;
  readonly link: string;
}

/** A link to hand over by chat, or by letting the other person's phone read it: nothing of it needs a mail server. */
export function ShareLink({ label, link }: ShareLinkProps) {
  const word = useSettingsWords();
  return (
    <>
      <CopyLine label={label} value={link} copyWord={word('settings.copy')} copiedWord={word('settings.copied')} />
      <QrPicture value={link} label={word('settings.qr', { what: label })} note={word('settings.qr.scan')} />
    </>
  );
}
