import type { ConversionGroup } from '@dealtrail/protocol/insights';
import { useSourceName } from '../../leads/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { shareText } from '../rules/figures.ts';
import { useInsightWords } from './words.ts';

/** What conversion is looked at by. */
export const conversionKeys = ['source', 'lastSource', 'campaign', 'referrer', 'region', 'industry', 'owner'] as const;
export type ConversionBy = (typeof conversionKeys)[number];

/** Groups as they are laid out, on a desk or for a hand. */
export interface GroupsProps {
  readonly groups: readonly ConversionGroup[];
  readonly total: ConversionGroup;
  readonly by: ConversionBy;
  /** Percent of the longest bar. */
  readonly most: number;
}

/** Name of a group in the reader's language where it has none of its own. */
export function useGroupName(by: ConversionBy): (group: ConversionGroup) => string {
  const word = useInsightWords();
  const sourceName = useSourceName();
  return ({ key, name }) => {
    if (key === null) return word(by === 'owner' ? 'insights.group.unowned' : 'insights.group.none');
    if (by !== 'source' && by !== 'lastSource') return name;
    const said = sourceName(key);
    return said === key ? name : said;
  };
}

/** What the leads of a group came to, and what they came to without the invalid ones, in words. */
export function useShares() {
  const { language } = useKit();
  return {
    share: ({ converted, leads, rate }: ConversionGroup) =>
      shareText({ part: converted, whole: leads, rate }, language),
    validShare: ({ converted, leads, invalid, rateWithoutInvalid }: ConversionGroup) =>
      shareText({ part: converted, whole: leads - invalid, rate: rateWithoutInvalid }, language),
  };
}
