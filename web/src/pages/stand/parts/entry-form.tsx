import { Level } from '@dealtrail/protocol/leads';
import { type ChangeEvent, type FormEvent, type RefObject, useRef, useState } from 'react';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { ChoiceChips } from '../../../kit/form/index.ts';
import { nameOf, type Typed, wishes } from '../rules/entry.ts';
import { shrinkPhoto } from '../shrink-photo.ts';
import type { useTyped } from '../use-typed.ts';
import { Known } from './known.tsx';
import { useStandWords } from './words.ts';

interface FormProps {
  readonly desk: ReturnType<typeof useTyped>;
  readonly mayTake: boolean;
  readonly onSave: (typed: Typed, photo: File | null) => Promise<void>;
}

/** What visitors want: any number of them, one tap each. */
function Wants({ desk: { typed, change } }: Pick<FormProps, 'desk'>) {
  const word = useStandWords();
  const { wants } = typed;
  return (
    <fieldset className="stand-field">
      <legend>{word('stand.need')}</legend>
      <div className="k-choices stand-wants">
        {wishes.map((wish) => (
          <button
            key={wish}
            type="button"
            aria-pressed={wants.includes(wish)}
            onClick={() =>
              change({ wants: wants.includes(wish) ? wants.filter((one) => one !== wish) : [...wants, wish] })
            }
          >
            {word(`stand.need.${wish}`)}
          </button>
        ))}
      </div>
      <textarea
        rows={2}
        maxLength={2_000}
        aria-label={word('stand.need.text')}
        placeholder={word('stand.need.text')}
        value={typed.need}
        onChange={({ target }) => change({ need: target.value })}
      />
    </fieldset>
  );
}

/** The photo of the business card, by the phone's camera. */
function CardPhoto({ desk: { photo, setPhoto } }: Pick<FormProps, 'desk'>) {
  const word = useStandWords();
  const camera = useRef<HTMLInputElement>(null);
  const taken = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = '';
    if (file) setPhoto(await shrinkPhoto(file));
  };
  return (
    <div className="k-row">
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={word('stand.card')}
        onChange={(event) => void taken(event)}
      />
      <Button icon="camera" onClick={() => camera.current?.click()}>
        {word(photo ? 'stand.card.again' : 'stand.card')}
      </Button>
      {photo && (
        <>
          <span className="k-grow k-clip k-s13 k-t2">{word('stand.card.kept', { name: photo.name })}</span>
          <IconButton small icon="close" label={word('stand.card.drop')} onClick={() => setPhoto(null)} />
        </>
      )}
    </div>
  );
}

const lines = [
  { name: 'companyName', word: 'stand.company', max: 200, mode: 'text' },
  { name: 'contactName', word: 'stand.contact', max: 80, mode: 'text' },
  { name: 'phone', word: 'stand.mobile', max: 60, mode: 'tel' },
] as const;

interface WhoProps extends Pick<FormProps, 'desk'> {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

/** Company, name and mobile in big fields. */
function Who({ desk: { typed, change }, first, onLeave }: WhoProps) {
  const word = useStandWords();
  return (
    <>
      {lines.map(({ name, word: label, max, mode }, i) => (
        <label key={name} className="stand-field">
          <span>{word(label)}</span>
          <input
            {...(i === 0 ? { ref: first } : {})}
            type={mode}
            inputMode={mode}
            maxLength={max}
            autoComplete="off"
            value={typed[name]}
            onChange={({ target }) => change({ [name]: target.value })}
            onBlur={onLeave}
          />
        </label>
      ))}
    </>
  );
}

/** How much the visitor wants it, and who takes it from here: one tap each. */
function Taps({ desk: { typed, change }, mayTake }: Omit<FormProps, 'onSave'>) {
  const word = useStandWords();
  return (
    <>
      <div className="stand-field">
        <span>{word('stand.intent')}</span>
        <ChoiceChips
          label={word('stand.intent')}
          choices={Level.options.map((value) => ({ value, word: word(`stand.intent.${value}`) }))}
          {...(typed.intent ? { value: typed.intent } : {})}
          onChange={(intent) => change({ intent })}
        />
      </div>
      {mayTake && (
        <div className="stand-field">
          <span>{word('stand.assign')}</span>
          <ChoiceChips
            label={word('stand.assign')}
            choices={(['rules', 'mine'] as const).map((value) => ({ value, word: word(`stand.assign.${value}`) }))}
            value={typed.assign}
            onChange={(assign) => change({ assign })}
          />
        </div>
      )}
    </>
  );
}

/** One visitor: big fields, taps instead of words, and the next one at once. */
export function EntryForm({ desk, mayTake, onSave }: FormProps) {
  const word = useStandWords();
  const { typed, photo, clear } = desk;
  const first = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  // Looked up each time a field is left; told below the taps, so that nothing moves under a thumb.
  const [left, setLeft] = useState(typed);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const name = nameOf(typed);
    if (name === '') return setSaid(word('stand.nameless'));
    await onSave(mayTake ? typed : { ...typed, assign: 'rules' }, photo);
    setSaid(word('stand.saved', { name }));
    clear();
    first.current?.focus();
  };
  return (
    <form className="stand-form" onSubmit={(event) => void save(event)}>
      <Who desk={desk} first={first} onLeave={() => setLeft(typed)} />
      <Wants desk={desk} />
      <CardPhoto desk={desk} />
      <Taps desk={desk} mayTake={mayTake} />
      {nameOf(typed) !== '' && <Known visitor={left} />}
      <p className="stand-said" aria-live="polite">
        {said}
      </p>
      <div className="stand-save">
        <Button kind="primary" submit wide>
          {word('stand.save')}
        </Button>
      </div>
    </form>
  );
}
