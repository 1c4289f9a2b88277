import type { UnknownCampaign } from '@dealtrail/protocol/insights';
import { useState } from 'react';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import { CampaignSheet } from '../actions/campaign-sheet.tsx';
import { CampaignTable } from '../parts/campaign-table.tsx';
import { useCampaigns } from '../queries.ts';

interface UnknownProps {
  readonly unknown: readonly UnknownCampaign[];
  readonly onRegister: ((name: string) => void) | undefined;
}

/** Names that leads tell and no campaign has: one press away from being one. */
function Unknown({ unknown, onRegister }: UnknownProps) {
  const word = useCampaignWords();
  return (
    <Card title={word('campaigns.unknown')} flush>
      <p className="campaign-note k-s13 k-t2">{word('campaigns.unknown.note')}</p>
      <ul className="campaign-leads">
        {unknown.map(({ text, leads, drill }) => (
          <li key={text}>
            <span className="k-grow k-clip">{text}</span>
            <DrillLink list="leads" drill={drill}>
              {word('campaigns.unknown.leads', { count: leads })}
            </DrillLink>
            {onRegister && (
              <Button
                small
                label={word('campaigns.unknown.register.name', { name: text })}
                onClick={() => onRegister(text)}
              >
                {word('campaigns.unknown.register')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Campaigns side by side, and the names nobody registered yet. */
export function CampaignList() {
  const word = useCampaignWords();
  const mayManage = useMay()('campaigns.manage');
  const found = useCampaigns();
  const [making, setMaking] = useState<string>();
  const add = mayManage && (
    <Button kind="primary" icon="plus" onClick={() => setMaking('')}>
      {word('campaigns.new')}
    </Button>
  );
  const { items = [], unknown = [], whole = true } = found.data ?? {};
  return (
    <Page title={word('campaigns.title')} actions={add}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton shape="rows" count={5} />
      ) : (
        <div className="k-stack">
          {items.length === 0 ? (
            <Empty icon="flag" title={word('campaigns.empty')} hint={word('campaigns.empty.hint')} />
          ) : (
            <Card title={word('campaigns.compare')} flush>
              <CampaignTable items={items} />
              <p className="campaign-note k-s12 k-t3">{word(whole ? 'campaigns.define' : 'campaigns.partial')}</p>
            </Card>
          )}
          {unknown.length > 0 && <Unknown unknown={unknown} onRegister={mayManage ? setMaking : undefined} />}
        </div>
      )}
      {making !== undefined && <CampaignSheet name={making} onClose={() => setMaking(undefined)} />}
    </Page>
  );
}
