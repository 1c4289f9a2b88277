/** Where every operation lives, on our own origin. */
const BASE = '/api/v1';

type Part = string | number | boolean | null | undefined;

/** What an address is made from: path parameters and query of an operation's input. */
export interface AddressInput {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
}

/** The address of an operation with its parameters; query values that are undefined or null are left out. */
export function addressOf(path: string, { params = {}, query = {} }: AddressInput): string {
  const given = params as Record<string, Part>;
  const filled = path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(given[name] ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Record<string, Part>)) {
    if (value !== undefined && value !== null) asked.set(name, String(value));
  }
  const text = asked.toString();
  return `${BASE}${filled}${text ? `?${text}` : ''}`;
}
