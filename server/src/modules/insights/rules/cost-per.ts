/** The cost a head in minor units, half up; null without a cost or for nobody. */
export function costPer(minor: number | null, heads: number): number | null {
  return minor === null || heads === 0 ? null : Math.floor((2 * minor + heads) / (2 * heads));
}
