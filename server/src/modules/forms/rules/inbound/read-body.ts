/** Levels one value may lie deep, and values there may be: a lead needs a handful. */
const DEEPEST = 10;
const MOST_VALUES = 1_000;

/** A JSON object another system posted. */
export type Posted = Readonly<Record<string, unknown>>;

/** Why what was sent is nothing to read, with the words of its sentence. */
export interface BodyFault {
  readonly code: 'body_not_utf8' | 'body_not_json' | 'body_not_object' | 'body_too_deep';
  readonly params: Readonly<Record<string, string | number>>;
}

/** Whether bytes that are no UTF-8 read as Chinese in the encoding of older systems. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    return /\p{Script=Han}/u.test(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

function isWithinLimits(root: unknown): boolean {
  let values = 0;
  const fits = (value: unknown, depth: number): boolean => {
    values += 1;
    if (depth > DEEPEST || values > MOST_VALUES) return false;
    return typeof value !== 'object' || value === null || Object.values(value).every((one) => fits(one, depth + 1));
  };
  return fits(root, 1);
}

/** Reads a JSON text. */
export function readText(text: string): { readonly posted: Posted } | { readonly fault: BodyFault } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = text.trim() === '' ? '∅' : (error as Error).message.slice(0, 120);
    return { fault: { code: 'body_not_json', params: { why } } };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { fault: { code: 'body_not_object', params: {} } };
  if (!isWithinLimits(json))
    return { fault: { code: 'body_too_deep', params: { depth: DEEPEST, items: MOST_VALUES } } };
  return { posted: json as Posted };
}

/** Reads bytes as they came: nothing is guessed, and what is wrong is told. */
export function readBody(bytes: Uint8Array): ReturnType<typeof readText> {
  try {
    return readText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { fault: { code: 'body_not_utf8', params: { looks: looksLikeGbk(bytes) ? '（GBK?）' : '' } } };
  }
}
