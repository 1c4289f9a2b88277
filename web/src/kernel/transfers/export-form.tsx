import { ExportFormat, type ExportOptions, type startExport } from '@dealtrail/protocol/exports';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { Button } from '../../kit/button/index.ts';
import { ChoiceChips } from '../../kit/form/index.ts';
import { formatCount } from '../../kit/formats/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import type { Act } from '../client/index.ts';
import { useWords } from '../i18n/index.ts';
import { ProblemNotice } from '../states/index.ts';
import type { Exported } from './exported.ts';
import { useTransferWords } from './words.ts';
import './transfers.css';

interface FormProps {
  readonly of: Exported;
  readonly options: ExportOptions;
  readonly act: Act<typeof startExport>;
  readonly onCancel: () => void;
}

type Contacts = 'masked' | 'clear';

interface Wish {
  readonly columns: readonly string[];
  readonly format: ExportFormat;
  readonly contacts: Contacts;
  readonly reason: string;
}

interface PartProps {
  readonly options: ExportOptions;
  readonly wish: Wish;
  readonly change: (part: Partial<Wish>) => void;
}

const usualOf = ({ columns }: ExportOptions): string[] => columns.filter(({ usual }) => usual).map(({ name }) => name);

function Columns({ options, wish, change }: PartProps) {
  const word = useTransferWords();
  const { language } = useKit();
  const heading = language === 'zh-CN' ? 'zh' : 'en';
  return (
    <fieldset className="transfer-part">
      <legend>{word('export.columns')}</legend>
      <div className="k-row">
        <Button kind="link" small onClick={() => change({ columns: options.columns.map(({ name }) => name) })}>
          {word('export.columns.all')}
        </Button>
        <Button kind="link" small onClick={() => change({ columns: usualOf(options) })}>
          {word('export.columns.usual')}
        </Button>
      </div>
      <Checkbox.Group
        className="transfer-columns"
        value={[...wish.columns]}
        onChange={(columns) => change({ columns })}
        options={options.columns.map((column) => ({ value: column.name, label: column.heading[heading] }))}
      />
    </fieldset>
  );
}

function ContactData({ options, wish, change }: PartProps) {
  const word = useTransferWords();
  const { language } = useKit();
  const id = useId();
  return (
    <fieldset className="transfer-part">
      <legend>{word('export.contacts')}</legend>
      <ChoiceChips
        label={word('export.contacts')}
        value={wish.contacts}
        onChange={(contacts) => change({ contacts })}
        choices={(['masked', 'clear'] as const).map((value) => ({ value, word: word(`export.contacts.${value}`) }))}
      />
      {wish.contacts === 'clear' && (
        <>
          <p className="k-t2 k-s13">
            {word('export.contacts.clear.hint', { left: formatCount(options.revealsLeft, language) })}
          </p>
          <label htmlFor={id}>{word('export.reason')}</label>
          <Input
            id={id}
            maxLength={200}
            value={wish.reason}
            placeholder={word('export.reason.example')}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </>
      )}
    </fieldset>
  );
}

/** What leaves: columns, format, contact data masked or not. */
export function ExportForm({ of, options, act, onCancel }: FormProps) {
  const word = useTransferWords();
  const says = useWords();
  const { language } = useKit();
  const [wish, setWish] = useState<Wish>({
    columns: usualOf(options),
    format: 'xlsx',
    contacts: 'masked',
    reason: '',
  });
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const columns = options.columns.filter(({ name }) => wish.columns.includes(name));
  const offersClear = options.mayClear && columns.some(({ contact }) => contact);
  const clear = offersClear && wish.contacts === 'clear';
  const start = () =>
    act.press({
      body: {
        kind: of.kind,
        format: wish.format,
        columns: columns.map(({ name }) => name),
        ...(of.filter === undefined ? {} : { filter: of.filter }),
        ...(of.q ? { q: of.q } : {}),
        sort: of.sort,
        ...(clear ? { clear, reason: wish.reason } : {}),
      },
    });
  const count = { count: formatCount(options.rows, language), left: formatCount(options.rowsLeft, language) };
  return (
    <div className="k-stack">
      <p className="k-t2">{word('export.count', count)}</p>
      <Columns options={options} wish={wish} change={change} />
      <fieldset className="transfer-part">
        <legend>{word('export.format')}</legend>
        <ChoiceChips
          label={word('export.format')}
          value={wish.format}
          onChange={(format) => change({ format })}
          choices={ExportFormat.options.map((value) => ({ value, word: says(`exportFormat.${value}`) }))}
        />
      </fieldset>
      {offersClear && <ContactData options={options} wish={wish} change={change} />}
      <ProblemNotice error={act.error} />
      <div className="k-form-foot">
        <Button onClick={onCancel}>{word('export.close')}</Button>
        <Button
          kind="primary"
          busy={act.busy}
          disabled={options.rows === 0 || columns.length === 0 || (clear && wish.reason.trim() === '')}
          onClick={start}
        >
          {word('export.start')}
        </Button>
      </div>
    </div>
  );
}
