/** A refusal as a form shows it: one sentence, and the fields to correct. */
export interface FormProblem {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly fields?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** Where an input stands in the form's values: `lines.0.price` is ['lines', 0, 'price']. */
export type FieldPath = readonly (string | number)[];

/** Path of an input from the dotted path of the server. */
export function pathOf(dotted: string): FieldPath {
  return dotted.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Problems sorted to the inputs that stand in the form, and the rest, which is said above it. */
export function placeProblems(
  problem: FormProblem | undefined,
  stands: (path: FieldPath) => boolean,
): {
  readonly placed: readonly { readonly path: FieldPath; readonly messages: string[] }[];
  readonly rest: readonly string[];
} {
  const placed = new Map<string, { path: FieldPath; messages: string[] }>();
  const rest: string[] = [];
  for (const { path, message } of problem?.fields ?? []) {
    const at = pathOf(path);
    if (!stands(at)) {
      rest.push(message);
      continue;
    }
    const known = placed.get(path) ?? { path: at, messages: [] };
    known.messages.push(message);
    placed.set(path, known);
  }
  return { placed: [...placed.values()], rest };
}
