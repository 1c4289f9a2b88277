import type { CampaignFigures } from '@dealtrail/protocol/insights';
import { useState } from 'react';
import { Link, useAddressParam } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card, CardFoot, StatCard } from '../../../kit/card/index.ts';
import { Moment, Money } from '../../../kit/formats/index.ts';
import { QrPicture } from '../../../kit/qr/index.ts';
import { FieldList, RecordPage } from '../../../kit/record/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';
import { DrillLink } from '../../../modules/insights/index.ts';
import { useSourceName } from '../../../modules/leads/index.ts';
import { CampaignSheet } from '../actions/campaign-sheet.tsx';
import { CampaignMarks } from '../parts/campaign-marks.tsx';
import { Cost, CostPer, Figure, Signed } from '../parts/figure.tsx';
import { useCampaignLeads, useCampaigns } from '../queries.ts';
import '../parts/campaigns.css';

interface PartProps {
  readonly figures: CampaignFigures;
}

/** What came of the campaign, and what one of each cost. */
function Figures({ figures }: PartProps) {
  const word = useCampaignWords();
  const { costPerLead, costPerQualified, costPerConversion } = figures;
  const steps = [
    { of: 'leads', per: 'perLead', minor: costPerLead },
    { of: 'qualified', per: 'perQualified', minor: costPerQualified },
    { of: 'converted', per: 'perConversion', minor: costPerConversion },
  ] as const;
  return (
    <div className="campaign-figures">
      {steps.map(({ of, per, minor }) => (
        <StatCard key={of} title={word(`campaigns.column.${of}`)} figure={<Figure figures={figures} of={of} />}>
          <CardFoot>
            {word(`campaigns.column.${per}`)} <CostPer figures={figures} minor={minor} />
            {of === 'leads' && (
              <>
                {' · '}
                {word('campaigns.column.invalid')} <Figure figures={figures} of="invalid" />
              </>
            )}
          </CardFoot>
        </StatCard>
      ))}
      <StatCard title={word('campaigns.column.signed')} figure={<Signed figures={figures} />}>
        <CardFoot>
          <span className="k-row">
            {word('campaigns.column.cost')} <Cost figures={figures} />
          </span>
        </CardFoot>
      </StatCard>
    </div>
  );
}

function Latest({ figures }: PartProps) {
  const word = useCampaignWords();
  const leads = useCampaignLeads(figures.campaign.id);
  return (
    <Card
      title={word('campaigns.latest')}
      flush
      note={
        figures.leads > 0 && (
          <DrillLink list="leads" drill={figures.drills.leads}>
            {word('campaigns.latest.all')}
          </DrillLink>
        )
      }
    >
      {leads.loading ? (
        <Skeleton shape="rows" count={4} />
      ) : leads.rows.length === 0 ? (
        <p className="campaign-note k-t2">{word('campaigns.latest.none')}</p>
      ) : (
        <ul className="campaign-leads">
          {leads.rows.map(({ id, title, ownerName, createdAt }) => (
            <li key={id}>
              <Link className="k-grow k-clip" to={`/leads/${id}`}>
                {title}
              </Link>
              <span className="k-s13 k-t2 k-nowrap">{ownerName}</span>
              <span className="k-s12 k-t3 k-nowrap">
                <Moment at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The way to the phone page, for whoever stands at the stand. */
function StandCard({ figures: { campaign } }: PartProps) {
  const word = useCampaignWords();
  const path = `/stand/${campaign.id}`;
  return (
    <Card title={word('campaigns.stand')}>
      <div className="k-stack">
        <QrPicture
          value={`${location.origin}${path}`}
          label={word('campaigns.stand')}
          note={word('campaigns.stand.hint')}
        />
        <Link to={path}>{word('campaigns.stand.open')}</Link>
      </div>
    </Card>
  );
}

const withStand = new Set(['exhibition', 'event']);

function About({ figures: { campaign } }: PartProps) {
  const word = useCampaignWords();
  const sourceName = useSourceName();
  const { otherNames, source, plannedMinor, actualMinor, currency, note } = campaign;
  const lines = [
    ['plannedMinor', plannedMinor !== null && <Money minor={plannedMinor} currency={currency} />],
    ['actualMinor', actualMinor !== null && <Money minor={actualMinor} currency={currency} />],
    ['source', source && sourceName(source)],
    ['otherNames', otherNames.join('、')],
    ['note', note],
  ] as const;
  return (
    <Card title={word('campaigns.facts')}>
      <FieldList fields={lines.map(([name, value]) => [word(`campaigns.field.${name}`), value || null])} />
    </Card>
  );
}

/** One campaign: its leads, what became of them, and what that cost. */
export function CampaignPage() {
  const word = useCampaignWords();
  const id = useAddressParam('id');
  const mayManage = useMay()('campaigns.manage');
  const found = useCampaigns(id);
  const [editing, setEditing] = useState(false);
  if (found.isError && !found.data)
    return <ProblemState page error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" count={6} />;
  const [figures] = found.data.items;
  if (!figures) return <Empty icon="flag" title={word('campaigns.gone')} hint={word('campaigns.gone.hint')} />;
  const { campaign } = figures;
  return (
    <>
      <RecordPage
        title={campaign.name}
        trail={<CampaignMarks campaign={campaign} />}
        actions={
          mayManage && (
            <Button icon="edit" onClick={() => setEditing(true)}>
              {word('campaigns.edit')}
            </Button>
          )
        }
        main={
          <>
            <Figures figures={figures} />
            {!found.data.whole && <p className="k-s13 k-t2">{word('campaigns.partial')}</p>}
            <Latest figures={figures} />
          </>
        }
        side={
          <>
            {withStand.has(campaign.kind) && campaign.state !== 'cancelled' && <StandCard figures={figures} />}
            <About figures={figures} />
          </>
        }
      />
      {editing && <CampaignSheet campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}
