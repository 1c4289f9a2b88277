import { formatCount } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { heatOf } from '../rules/cell-filter.ts';
import './clock-board.css';

/** A line of numbers; `strong` for a total. */
export interface NumberLine {
  readonly key: string;
  readonly name: string;
  readonly counts: readonly number[];
  readonly strong?: boolean;
}

interface NumberTableProps {
  readonly label: string;
  /** Head of the names. */
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly word: string; readonly late?: boolean }[];
  readonly lines: readonly NumberLine[];
  /** What a number says to somebody who hears it. */
  readonly labelOf: (line: NumberLine, column: number, count: number) => string;
  readonly onPick: (line: NumberLine, column: number) => void;
  /** The number whose list is open. */
  readonly picked?: string | undefined;
}

/** Numbers by line and column, the more the darker; each opens what is behind it. */
export function NumberTable({ label, corner, columns, lines, labelOf, onPick, picked }: NumberTableProps) {
  const { language } = useKit();
  const most = Math.max(0, ...lines.filter(({ strong }) => !strong).flatMap(({ counts }) => counts));
  return (
    <div className="clock-heat">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, word, late }) => (
              <th key={key} scope="col" className={late ? 'late' : ''}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={line.strong ? 'total' : ''}>
              <th scope="row">{line.name}</th>
              {columns.map(({ key, late }, at) => {
                const count = line.counts[at] ?? 0;
                const heat = line.strong ? 0 : heatOf(count, most);
                return (
                  <td key={key}>
                    {count > 0 ? (
                      <button
                        type="button"
                        className={`heat-${heat} ${late ? 'late' : ''}`}
                        aria-label={labelOf(line, at, count)}
                        aria-pressed={picked === undefined ? undefined : picked === `${line.key} ${key}`}
                        onClick={() => onPick(line, at)}
                      >
                        {formatCount(count, language)}
                      </button>
                    ) : (
                      <span className="k-t3" aria-hidden="true">
                        ·
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
