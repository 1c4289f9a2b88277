/** How two names of campaigns are compared: width, case, spaces and marks do not count. */
export const foldCampaignName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The folded forms of a campaign's names, each once; a name of marks alone means nothing. */
export function foldedNames(name: string, otherNames: readonly string[]): string[] {
  return [...new Set([name, ...otherNames].map(foldCampaignName))].filter((folded) => folded !== '');
}
