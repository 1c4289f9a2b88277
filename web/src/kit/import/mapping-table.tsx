import { Select } from 'antd';
import { useKit } from '../provider/index.ts';
import './import.css';

/** One column of the file with its first values. */
export interface FileColumn {
  readonly header: string;
  readonly samples: readonly string[];
}

/** One field a column may become. */
export interface ImportTarget {
  readonly key: string;
  readonly label: string;
  readonly required?: boolean;
}

interface MappingTableProps {
  readonly columns: readonly FileColumn[];
  readonly targets: readonly ImportTarget[];
  /** From column header to field. */
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void;
}

/** Fields no column has been given to, though they must have one. */
export function missingTargets(
  targets: readonly ImportTarget[],
  mapping: Readonly<Record<string, string>>,
): readonly ImportTarget[] {
  const given = new Set(Object.values(mapping));
  return targets.filter((target) => target.required && !given.has(target.key));
}

/** Which column of the file becomes which field; a field is given once. */
export function MappingTable({ columns, targets, value, onChange }: MappingTableProps) {
  const { words } = useKit();
  const set = (header: string, key: string | undefined) => {
    const kept = Object.entries(value).filter(([other, field]) => other !== header && field !== key);
    onChange(Object.fromEntries(key ? [...kept, [header, key]] : kept));
  };
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
              {column.samples.filter(Boolean).slice(0, 2).join('，') || '—'}
            </td>
            <td>
              <Select
                aria-label={`${column.header}：${words.importing.target}`}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={words.importing.skip}
                value={value[column.header] ?? null}
                options={targets.map((target) => ({
                  value: target.key,
                  label: target.required ? `${target.label}（${words.importing.required}）` : target.label,
                }))}
                onChange={(key: string | null) => set(column.header, key ?? undefined)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
