import type { WebForm } from '@dealtrail/protocol/forms';
import { CopyLine } from '../../../kit/copy/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { QrPicture } from '../../../kit/qr/index.ts';
import { useFormWords } from '../parts/words.ts';
import { plainPage, scriptCode } from '../rules/plain-page.ts';
import '../parts/forms.css';

interface CodeProps {
  readonly name: string;
  readonly note: string;
  readonly text: string;
  readonly tall?: boolean;
}

function Code({ name, note, text, tall = false }: CodeProps) {
  return (
    <div>
      <h3 className="k-s13">{name}</h3>
      <p className="k-s13 k-t2">{note}</p>
      <textarea
        className={tall ? 'form-code tall' : 'form-code'}
        readOnly
        spellCheck={false}
        aria-label={name}
        value={text}
        onFocus={({ target }) => target.select()}
      />
    </div>
  );
}

/** How a form reaches its visitors: by link, by a square for cameras, by code for any page. */
export function PlaceDialog({ form, onClose }: { readonly form: WebForm; readonly onClose: () => void }) {
  const word = useFormWords();
  const { origin } = globalThis.location;
  const link = `${origin}/f/${form.key}`;
  const code = plainPage(`${origin}/api/v1/public/forms/${form.key}`, form.fields, {
    label: (name) => word(`formField.${name}`),
    consent: form.consentText,
    send: form.sendText ?? word('forms.public.send'),
  });
  return (
    <Dialog open title={form.name} width={560} onClose={onClose}>
      <div className="k-stack">
        <CopyLine
          label={word('forms.place.link')}
          value={link}
          copyWord={word('forms.place.copy')}
          copiedWord={word('forms.place.copied')}
        />
        <QrPicture value={link} label={word('forms.place.link')} note={word('forms.place.qr')} />
        <Code
          name={word('forms.place.script')}
          note={word('forms.place.script.note')}
          text={scriptCode(origin, form.key)}
        />
        <Code name={word('forms.place.code')} note={word('forms.place.code.note')} text={code} tall />
      </div>
    </Dialog>
  );
}
