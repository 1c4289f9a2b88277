import type { InvitationLink } from '@dealtrail/protocol/organization';

// A tab or a line break inside a cell would move the ones behind it.
const cell = (text: string | null): string => (text ?? '').replaceAll(/[\t\r\n]+/g, ' ');

/** The links as lines of a table, so that they can be pasted into a sheet: department, name, address, link. */
export function linksAsText(links: readonly InvitationLink[]): string {
  return links
    .map(({ departmentName, name, email, link }) => [departmentName, name, email, link].map(cell).join('\t'))
    .join('\n');
}
