const blank = /【([^【】\n]{1,40})】/g;

/** Names the form fills in by itself; one that is left has found nobody. */
const placeholder = /\{(?:称呼|公司|我|日期|name|company|me|date)\}/;

/** 【会议纪要】 at the start of a line with words after it is a heading, no blank. */
function isHeading(text: string, at: number, end: number): boolean {
  const before = text.slice(0, at).split('\n').at(-1) ?? '';
  const after = text.slice(end).split(/[\n【]/, 1)[0] ?? '';
  return before.trim() === '' && after.replace(/[\p{P}\p{S}\s]/gu, '').length >= 4;
}

/** The first thing of a template that nobody filled in, as it stands: 【预算】, {称呼}; undefined when all is filled. */
export function unfilledIn(text: string | null | undefined): string | undefined {
  const said = (text ?? '').slice(0, 4_000);
  for (const found of said.matchAll(blank))
    if (!isHeading(said, found.index, found.index + found[0].length)) return found[0];
  return placeholder.exec(said)?.[0];
}
