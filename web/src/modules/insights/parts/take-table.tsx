import { exportFigures, type FigureTable } from '@dealtrail/protocol/insights';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { useTakeFile } from '../../../kernel/transfers/index.ts';
import { IconButton, MenuButton } from '../../../kit/button/index.ts';
import type { ConversionBy } from './groups.ts';
import { usePeriod } from './period-picker.tsx';
import { useInsightWords } from './words.ts';

interface TakeTableProps {
  readonly table: FigureTable;
  /** How the table is called. */
  readonly name: string;
  /** What the conversion is grouped by. */
  readonly by?: ConversionBy;
}

/** Takes a table of figures as a file, in the period looked at; absent for who may not. */
export function TakeTable({ table, name, by }: TakeTableProps) {
  const word = useInsightWords();
  const may = useMay();
  const { from, to } = usePeriod();
  const asked = (format: 'xlsx' | 'csv') => ({ query: { table, format, from, to, ...(by ? { by } : {}) } });
  const book = useTakeFile(exportFigures, asked('xlsx'), `${name}.xlsx`);
  const text = useTakeFile(exportFigures, asked('csv'), `${name}.csv`);
  if (!may('insights.export')) return null;
  const acts = [
    { key: 'xlsx', word: word('insights.take.xlsx'), onClick: () => void book.take() },
    { key: 'csv', word: word('insights.take.csv'), onClick: () => void text.take() },
  ];
  return (
    <>
      <MenuButton acts={acts}>
        <IconButton icon="download" small label={word('insights.take', { name })} disabled={book.busy || text.busy} />
      </MenuButton>
      <span className="insight-problem">
        <ProblemNotice error={book.error ?? text.error} />
      </span>
    </>
  );
}
