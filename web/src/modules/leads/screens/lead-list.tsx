import { LeadBrowser } from '../parts/list/lead-browser.tsx';

/** The list of leads. */
export function LeadList() {
  return <LeadBrowser />;
}
