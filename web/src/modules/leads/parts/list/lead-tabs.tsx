import { formatCount } from '../../../../kit/formats/index.ts';
import { Tabs } from '../../../../kit/page/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { filterOfView, type LeadView, leadViews } from '../../lead-views.ts';
import { useLeadCount } from '../../queries.ts';
import { useLeadWords } from '../words.ts';

function useCounts(): Readonly<Record<LeadView, string | undefined>> {
  const { language } = useKit();
  const said = (total: { readonly count: number; readonly exact: boolean } | undefined) =>
    total && `${formatCount(total.count, language)}${total.exact ? '' : '+'}`;
  return {
    mine: said(useLeadCount(filterOfView('mine'))),
    incomplete: said(useLeadCount(filterOfView('incomplete'))),
    hot: said(useLeadCount(filterOfView('hot'))),
    all: said(useLeadCount(filterOfView('all'))),
  };
}

/** The ready views with their counts. */
export function LeadTabs({
  value,
  onChange,
}: {
  readonly value: LeadView;
  readonly onChange: (view: LeadView) => void;
}) {
  const word = useLeadWords();
  const counts = useCounts();
  const tabs = leadViews.map((view) => ({ value: view, word: word(`leads.view.${view}`), count: counts[view] }));
  return <Tabs label={word('leads.views')} tabs={tabs} value={value} onChange={onChange} />;
}
