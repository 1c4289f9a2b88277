import { type InboundField, InboundFieldName } from '@dealtrail/protocol/forms';
import { AutoComplete, Select } from 'antd';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { useFormWords, useInboundFieldName } from './words.ts';
import './inbound.css';

interface LineProps {
  readonly field: InboundField;
  /** Places of the sample that hold something. */
  readonly paths: readonly string[];
  readonly onPut: (field: InboundField) => void;
  readonly onRemove: () => void;
}

function Line({ field, paths, onPut, onRemove }: LineProps) {
  const word = useFormWords();
  const called = useInboundFieldName()(field.name);
  const way = field.constant === undefined ? 'path' : 'constant';
  const put = (kind: 'path' | 'constant', text: string) => onPut({ name: field.name, [kind]: text });
  return (
    <li>
      <b className="k-s13">{called}</b>
      <Select
        aria-label={word('inbound.map.way', { field: called })}
        value={way}
        options={(['path', 'constant'] as const).map((value) => ({ value, label: word(`inbound.map.${value}`) }))}
        onChange={(kind: 'path' | 'constant') => put(kind, '')}
      />
      <AutoComplete
        aria-label={word('inbound.map.value', { field: called })}
        maxLength={200}
        value={field.path ?? field.constant ?? ''}
        options={way === 'path' ? paths.map((value) => ({ value })) : []}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        onChange={(text: string) => put(way, text)}
      />
      <IconButton small icon="close" label={word('inbound.map.remove', { field: called })} onClick={onRemove} />
    </li>
  );
}

interface MappingInputProps {
  readonly value?: readonly InboundField[];
  readonly onChange?: (fields: InboundField[]) => void;
  readonly paths: readonly string[];
}

/** Where each fact of the lead stands in what is posted, or what it always is. */
export function MappingInput({ value = [], onChange, paths }: MappingInputProps) {
  const word = useFormWords();
  const nameOf = useInboundFieldName();
  const free = InboundFieldName.options.filter((name) => !value.some((field) => field.name === name));
  return (
    <div className="k-stack">
      <ul className="inbound-mapping">
        {value.map((field) => (
          <Line
            key={field.name}
            field={field}
            paths={paths}
            onPut={(put) => onChange?.(value.map((one) => (one.name === put.name ? put : one)))}
            onRemove={() => onChange?.(value.filter((one) => one !== field))}
          />
        ))}
      </ul>
      <div className="k-row k-wrap">
        <span className="k-s13 k-t2">{word('inbound.map.add')}</span>
        {free.map((name) => (
          <Button key={name} small onClick={() => onChange?.([...value, { name, path: '' }])}>
            {nameOf(name)}
          </Button>
        ))}
      </div>
    </div>
  );
}
