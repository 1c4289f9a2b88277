import { useRef, useState } from 'react';
import { Button } from '../button/index.ts';
import { Icon } from '../icon/index.ts';
import { useKit } from '../provider/index.ts';
import './import.css';

interface FileDropProps {
  /** Endings taken, for the file window: `.csv,.xlsx`. */
  readonly accept: string;
  /** The same and the limit in words: CSV、XLSX; 20 MB. */
  readonly kinds: string;
  readonly size: string;
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
}

/** A place to drop or choose one file. */
export function FileDrop({ accept, kinds, size, file, onFile }: FileDropProps) {
  const { words } = useKit();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  if (file)
    return (
      <div className="k-row k-wrap">
        <Icon name="document" />
        <span className="k-t2">{words.importing.chosen}</span>
        <b className="k-grow">{file.name}</b>
        <Button onClick={() => onFile(undefined)}>{words.importing.change}</Button>
      </div>
    );
  return (
    <>
      <button
        type="button"
        className={`k-drop ${over ? 'over' : ''}`}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onFile(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="upload" size={24} />
        <b>{words.importing.drop}</b>
        <span className="k-s13 k-t2">{words.importing.accept(kinds, size)}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.importing.drop}
        accept={accept}
        onChange={(event) => onFile(event.target.files?.[0])}
      />
    </>
  );
}
