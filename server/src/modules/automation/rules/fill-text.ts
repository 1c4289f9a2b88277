import type { Placeholder } from '@dealtrail/protocol/automation';

/** How a placeholder may also be written. */
const written: Readonly<Record<string, Placeholder>> = {
  title: 'title',
  number: 'number',
  owner: 'owner',
  标题: 'title',
  编号: 'number',
  负责人: 'owner',
};

/** A text with its placeholders filled in; one nobody knows stays as it was written. */
export function fillText(text: string, facts: Readonly<Record<Placeholder, string>>): string {
  return text.replace(/\{([^{}]{1,10})\}/g, (whole, name: string) => {
    const known = written[name.trim()];
    return known === undefined ? whole : facts[known];
  });
}
