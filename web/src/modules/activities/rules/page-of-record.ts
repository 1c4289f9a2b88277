const places: Readonly<Record<string, string>> = {
  lead: '/leads',
  customer: '/customers',
  opportunity: '/opportunities',
};

/** Address of the page of a record; undefined for a kind that has none. */
export function pageOfRecord(kind: string, id: string): string | undefined {
  const place = places[kind];
  return place && `${place}/${id}`;
}
