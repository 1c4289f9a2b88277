import type { CampaignFigures } from '@dealtrail/protocol/insights';
import { Link } from '../../../kernel/routing/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';
import { CampaignMarks } from './campaign-marks.tsx';
import { Cost, CostPer, Figure, Signed } from './figure.tsx';
import './campaigns.css';

const numbers = [
  'cost',
  'leads',
  'qualified',
  'converted',
  'perLead',
  'perQualified',
  'perConversion',
  'signed',
] as const;

interface ListedProps {
  readonly items: readonly CampaignFigures[];
}

const Name = ({ figures: { campaign } }: { readonly figures: CampaignFigures }) => (
  <>
    <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
    <div className="k-s12 k-t3">
      <CampaignMarks campaign={campaign} />
    </div>
  </>
);

function Row({ figures }: { readonly figures: CampaignFigures }) {
  return (
    <tr className={figures.campaign.state === 'cancelled' ? 'quiet' : ''}>
      <th scope="row">
        <Name figures={figures} />
      </th>
      <td className="k-number">
        <Cost figures={figures} />
      </td>
      <td className="k-number">
        <Figure figures={figures} of="leads" />
      </td>
      <td className="k-number">
        <Figure figures={figures} of="qualified" />
      </td>
      <td className="k-number">
        <Figure figures={figures} of="converted" />
      </td>
      <td className="k-number">
        <CostPer figures={figures} minor={figures.costPerLead} />
      </td>
      <td className="k-number">
        <CostPer figures={figures} minor={figures.costPerQualified} />
      </td>
      <td className="k-number">
        <CostPer figures={figures} minor={figures.costPerConversion} />
      </td>
      <td className="k-number">
        <Signed figures={figures} />
      </td>
    </tr>
  );
}

function Numbers({ figures }: { readonly figures: CampaignFigures }) {
  const word = useCampaignWords();
  const { costPerLead, costPerConversion, signed } = figures;
  const lines = [
    ['leads', <Figure key="leads" figures={figures} of="leads" />],
    ['qualified', <Figure key="qualified" figures={figures} of="qualified" />],
    ['converted', <Figure key="converted" figures={figures} of="converted" />],
    ['cost', <Cost key="cost" figures={figures} />],
    ['perLead', costPerLead !== null && <CostPer key="lead" figures={figures} minor={costPerLead} />],
    ['perConversion', costPerConversion !== null && <CostPer key="one" figures={figures} minor={costPerConversion} />],
    ['signed', signed.length > 0 && <Signed key="signed" figures={figures} />],
  ] as const;
  return (
    <dl className="campaign-numbers">
      {lines.map(
        ([column, figure]) =>
          figure && (
            <div key={column}>
              <dt>{word(`campaigns.column.${column}`)}</dt>
              <dd>{figure}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function OnPhone({ items }: ListedProps) {
  return (
    <ul className="campaign-rows">
      {items.map((figures) => (
        <li key={figures.campaign.id}>
          <Name figures={figures} />
          <Numbers figures={figures} />
        </li>
      ))}
    </ul>
  );
}

/** Campaigns side by side: what each cost, what came of it, and what one of those cost. */
export function CampaignTable({ items }: ListedProps) {
  const word = useCampaignWords();
  if (usePhone()) return <OnPhone items={items} />;
  return (
    <div className="campaign-scroll">
      <table className="campaign-table">
        <thead>
          <tr>
            <th scope="col">{word('campaigns.column.campaign')}</th>
            {numbers.map((column) => (
              <th key={column} scope="col" className="k-number">
                {word(`campaigns.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((figures) => (
            <Row key={figures.campaign.id} figures={figures} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
