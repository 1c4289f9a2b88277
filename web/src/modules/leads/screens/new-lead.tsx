import { LeadBrowser } from '../parts/list/lead-browser.tsx';

/** The list of leads with the form of a new one before it: what 新建 leads to from anywhere. */
export function NewLead() {
  return <LeadBrowser creating />;
}
