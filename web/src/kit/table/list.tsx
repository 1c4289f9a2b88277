import { useEffect } from 'react';
import { Button, IconButton } from '../button/index.ts';
import { formatCount } from '../formats/index.ts';
import { useKit, usePhone } from '../provider/index.ts';
import { Skeleton } from '../states/index.ts';
import { CardRows } from './card-rows.tsx';
import type { ListProps } from './list-props.ts';
import { TableRows } from './table-rows.tsx';
import './table.css';

function SelectionBar<Row>({ selection, rows, total, onMore }: ListProps<Row>) {
  const { words, language } = useKit();
  if (!selection?.keys.size) return null;
  const { keys, whole = false, onWhole } = selection;
  const count = total && `${formatCount(total.count, language)}${total.exact ? '' : '+'}`;
  const clear = () => selection.onChange(new Set());
  return (
    <div className="k-selection" role="toolbar" aria-label={words.table.bulk}>
      <b aria-live="polite">
        {whole && count ? words.table.selectedAll(count) : words.table.selected(formatCount(keys.size, language))}
      </b>
      {!whole && onWhole && count && onMore && keys.size >= rows.length && (
        <Button kind="link" small onClick={() => onWhole(true)}>
          {words.table.selectWhole(count)}
        </Button>
      )}
      {selection.acts}
      <IconButton small icon="close" label={words.table.clearSelection} onClick={clear} />
    </div>
  );
}

function Foot<Row>({ rows, total, summary, footNote }: ListProps<Row>) {
  const { words, language } = useKit();
  const said = total
    ? words.table.filtered(formatCount(total.count, language), total.exact)
    : words.table.rows(formatCount(rows.length, language));
  return (
    <div className="k-list-foot">
      <b aria-live="polite">{said}</b>
      {summary && <span>{summary}</span>}
      <span className="k-grow" />
      {footNote && <span className="k-t3">{footNote}</span>}
    </div>
  );
}

/**
 * A list of records, paged by the server: a table on a desk, cards under 768 px. Sticky head and first column, sort,
 * selection, J / K / Enter / Space by keyboard; only rows in sight are drawn, so 100 000 feel like 100.
 */
export function DataList<Row>(props: ListProps<Row>) {
  const phone = usePhone();
  const { selection } = props;
  useEffect(() => {
    if (phone && selection?.keys.size) selection.onChange(new Set());
  }, [phone, selection]);
  const content = props.loading ? (
    <Skeleton shape="rows" count={12} />
  ) : (
    (props.instead ?? (phone ? <CardRows {...props} /> : <TableRows {...props} />))
  );
  if (phone)
    return (
      <>
        {content}
        {!props.loading && !props.instead && <Foot {...props} />}
      </>
    );
  return (
    <div className={`k-list ${props.density ?? ''}`}>
      {props.loading || props.instead ? <div className="k-table-scroll">{content}</div> : content}
      {!phone && <SelectionBar {...props} />}
      {!props.loading && !props.instead && <Foot {...props} />}
    </div>
  );
}
