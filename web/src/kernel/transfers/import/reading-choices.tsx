import { forgetMapping, type KnownChoice, type SheetPeek } from '@dealtrail/protocol/imports';
import { Input, Select } from 'antd';
import { Button } from '../../../kit/button/index.ts';
import { formatMoment, joined, type Language } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { useAct } from '../../client/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useTransferWords } from '../words.ts';
import type { ImportDraft } from './use-import-draft.ts';
import '../transfers.css';

const NO_HEADER = 0;

function headerChoices(peeked: SheetPeek, word: ReturnType<typeof useTransferWords>, language: Language) {
  const lines = peeked.leading.map(({ line, cells }) => ({
    value: line,
    label: word('import.header.line', {
      line,
      cells: joined(
        cells.map((cell) => cell.trim()),
        'facts',
        language,
      ),
    }),
  }));
  return [...lines, { value: NO_HEADER, label: word('import.header.none') }];
}

/** How the sheet is read and what happens to known records: recognised or usual, and to be changed here. */
export function ReadingChoices({ draft }: { readonly draft: ImportDraft }) {
  const word = useTransferWords();
  const says = useWords();
  const { language } = useKit();
  const { peeked } = draft;
  if (!peeked) return null;
  const { sheets, sheet, headerLine, known } = peeked;
  return (
    <div className="transfer-reading">
      {sheets.length > 1 && (
        <label>
          {word('import.sheet')}
          <Select
            aria-label={word('import.sheet')}
            value={sheet}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChange={(name: string) => draft.read({ sheet: name })}
          />
        </label>
      )}
      <label>
        {word('import.header')}
        <Select
          aria-label={word('import.header')}
          value={headerLine}
          options={headerChoices(peeked, word, language)}
          onChange={(line: number) => draft.read({ headerLine: line })}
        />
      </label>
      {known.length > 1 && (
        <label>
          {word('import.known')}
          <Select
            aria-label={word('import.known')}
            value={draft.known ?? known[0] ?? null}
            options={known.map((choice) => ({ value: choice, label: says(`knownChoice.${choice}`) }))}
            onChange={(choice: KnownChoice) => draft.treatKnown(choice)}
          />
        </label>
      )}
      {headerLine !== NO_HEADER && (
        <label>
          {word('import.remembered.as')}
          <Input
            maxLength={60}
            allowClear
            placeholder={word('import.remembered.none')}
            value={draft.mappingName}
            onChange={(event) => draft.nameMapping(event.target.value)}
          />
        </label>
      )}
    </div>
  );
}

/** Says whose mapping of the same headings is used, and lets go of it. */
export function RememberedMapping({ draft }: { readonly draft: ImportDraft }) {
  const word = useTransferWords();
  const { language, zone } = useKit();
  const now = useNow();
  const forget = useAct(forgetMapping);
  const { remembered } = draft.peeked ?? {};
  if (!remembered) return null;
  const at = formatMoment(remembered.usedAt, now, zone, language);
  const letGo = () => {
    // Where it is gone already, reading anew shows it.
    forget.run({ params: { id: remembered.id } }).then(
      () => draft.read({}),
      () => draft.read({}),
    );
  };
  return (
    <p className="k-t2 k-s13">
      {word('import.remembered', { name: remembered.name, by: remembered.memberName, at })}{' '}
      <Button kind="link" small busy={forget.busy} onClick={letGo}>
        {word('import.remembered.forget')}
      </Button>
    </p>
  );
}
