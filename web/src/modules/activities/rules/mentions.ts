/** Somebody who can be named by @. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly departmentName: string | null;
  readonly pinyin: string;
}

/** A colleague under the name that is written after the @: namesakes carry their department. */
export interface Called extends Mentionable {
  readonly call: string;
}

/** Everybody under a name of their own, without blanks, so that the @ ends at one. */
export function calledApart(colleagues: readonly Mentionable[]): readonly Called[] {
  const counted = new Map<string, number>();
  for (const { name } of colleagues) counted.set(name, (counted.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return colleagues.map((colleague) => {
    const { name, departmentName } = colleague;
    const apart = (counted.get(name) ?? 0) > 1 && departmentName ? `${name}（${departmentName}）` : name;
    let call = apart.replace(/\s+/g, '·');
    for (let more = 2; taken.has(call); more += 1) call = `${apart.replace(/\s+/g, '·')}${more}`;
    taken.add(call);
    return { ...colleague, call };
  });
}

/** Whether letters find a colleague: part of the name, its pinyin from the front, or its initials. */
export function foundBy(letters: string, { name, pinyin }: Pick<Mentionable, 'name' | 'pinyin'>): boolean {
  const asked = letters.trim().toLowerCase();
  return name.toLowerCase().includes(asked) || pinyin.split(' ').some((spelled) => spelled.startsWith(asked));
}

/** Ids of those who are named by @ in some texts, each once. */
export function mentionedIn(
  texts: readonly (string | null | undefined)[],
  colleagues: readonly Called[],
): readonly string[] {
  const byCall = new Map(colleagues.map(({ call, id }) => [call, id]));
  const found = texts.flatMap((text) => [...(text ?? '').matchAll(/@([^\s@]{1,80})/g)].map(([, call = '']) => call));
  // What follows without a blank, as Chinese is written, belongs no more to the name: @王芳请看.
  const ids = found.flatMap((said) => {
    for (let end = said.length; end > 0; end -= 1) {
      const id = byCall.get(said.slice(0, end));
      if (id !== undefined) return [id];
    }
    return [];
  });
  return [...new Set(ids)];
}
