import { Link } from '../../../kernel/routing/index.ts';

const places: Readonly<Record<string, string>> = { lead: 'leads', opportunity: 'opportunities', customer: 'customers' };

/** The name of a record, leading to its page where its kind has one. */
export function RecordLink({
  kind,
  id,
  title,
}: {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}) {
  const place = places[kind];
  return place ? <Link to={`/${place}/${id}`}>{title}</Link> : <span>{title}</span>;
}
