import { LeadImportField, peekImport, startImport } from '@dealtrail/protocol/leads';
import { useGo } from '../../../kernel/routing/index.ts';
import { ImportFlow } from '../../../kernel/transfers/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { namesLeads } from '../names-leads.ts';
import { useLeadWords } from '../parts/words.ts';

function SeeLeads() {
  const word = useLeadWords();
  const go = useGo();
  return (
    <Button kind="primary" onClick={() => go('/leads?view=all')}>
      {word('leads.import.see')}
    </Button>
  );
}

/** Importing leads from a file or from pasted cells. */
export function ImportLeads() {
  const word = useLeadWords();
  const targets = LeadImportField.options.map((key) => ({ key, label: word(`leads.import.field.${key}`) }));
  return (
    <Page title={word('leads.import.title')}>
      <ImportFlow
        peek={peekImport}
        start={startImport}
        chapter="leads"
        targets={targets}
        missing={(mapping) => (namesLeads(mapping) ? undefined : word('leads.import.nameless'))}
        Onward={SeeLeads}
      />
    </Page>
  );
}
