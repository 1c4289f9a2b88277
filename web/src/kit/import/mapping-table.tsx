import { Select } from 'antd';
import { joined } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';
import { type FileColumn, give, type ImportTarget, type Mapping } from './mapping.ts';
import './import.css';

interface MappingTableProps {
  readonly columns: readonly FileColumn[];
  readonly targets: readonly ImportTarget[];
  /** From column header to field. */
  readonly value: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column of the file becomes which field; a field is given once. */
export function MappingTable({ columns, targets, value, onChange }: MappingTableProps) {
  const { words, language } = useKit();
  return (
    <table className="k-mapping">
      <thead>
        <tr>
          <th scope="col">{words.importing.column}</th>
          <th scope="col">{words.importing.sample}</th>
          <th scope="col">{words.importing.target}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.header}>
            <th scope="row">{column.header}</th>
            <td className="sample" title={column.samples.join('\n')}>
              {joined(column.samples.filter(Boolean).slice(0, 2), 'facts', language) || '—'}
            </td>
            <td>
              <Select
                aria-label={joined([column.header, words.importing.target], 'facts', language)}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={words.importing.skip}
                value={value[column.header] ?? null}
                options={targets.map((target) => ({
                  value: target.key,
                  label: target.required
                    ? joined([target.label, words.importing.required], 'facts', language)
                    : target.label,
                }))}
                onChange={(key: string | null) => onChange(give(value, column.header, key ?? undefined))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
