import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { useTransferWords } from '../words.ts';
import { carriedCells, dropCarriedCells } from './carried-cells.ts';

/** Cells copied in a spreadsheet: they become a sheet like any file, and are checked like one. */
export function PasteCells({ onCells }: { readonly onCells: (cells: File, header: boolean) => void }) {
  const word = useTransferWords();
  const [text, setText] = useState(carriedCells);
  const [header, setHeader] = useState(true);
  const id = useId();
  const read = () => {
    dropCarriedCells();
    onCells(new File([text], `${word('import.paste.name')}.tsv`, { type: 'text/plain' }), header);
  };
  return (
    <div className="k-stack">
      <label htmlFor={id}>
        <b>{word('import.paste')}</b>
        <span className="k-t2 k-s13"> {word('import.paste.hint')}</span>
      </label>
      <Input.TextArea
        id={id}
        rows={8}
        value={text}
        spellCheck={false}
        wrap="off"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="k-row k-wrap">
        <Checkbox checked={header} onChange={(event) => setHeader(event.target.checked)}>
          {word('import.paste.header')}
        </Checkbox>
        <span className="k-grow" />
        <Button kind="primary" disabled={text.trim() === ''} onClick={read}>
          {word('import.paste.read')}
        </Button>
      </div>
    </div>
  );
}
