import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Link } from '../../../../kernel/routing/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { Moment } from '../../../../kit/formats/index.ts';
import { FieldList } from '../../../../kit/record/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { useSourceName } from '../../../leads/index.ts';
import type { Do } from '../../actions/doing.ts';
import { isNobody } from '../../rules/closing.ts';
import type { EditableField } from '../../rules/gate-acts.ts';
import { useOpportunityWords } from '../words.ts';

interface CardProps {
  readonly opportunity: Opportunity;
  readonly onDo: Do;
}

function EditLink({ opportunity, onDo, field }: CardProps & { readonly field: EditableField }) {
  const word = useOpportunityWords();
  if (!opportunity.abilities.update) return null;
  const filled = opportunity[field] !== null;
  const label = `${word(filled ? 'opportunities.edit.short' : 'opportunities.need.fill')} ${word(`opportunities.field.${field}`)}`;
  return (
    <Button kind="link" small label={label} onClick={() => onDo({ kind: 'edit', id: opportunity.id, field })}>
      {word(filled ? 'opportunities.edit.short' : 'opportunities.need.fill')}
    </Button>
  );
}

/** What the customer needs, in the words of whoever talked to them. */
export function NeedCard(props: CardProps) {
  const word = useOpportunityWords();
  const { needSummary } = props.opportunity;
  return (
    <Card title={word('opportunities.need')} note={<EditLink {...props} field="needSummary" />}>
      {needSummary ? (
        <p className="need-summary">{needSummary}</p>
      ) : (
        <p className="k-t3">{word('opportunities.need.none')}</p>
      )}
    </Card>
  );
}

/** Against whom one competes. */
export function CompetitorCard(props: CardProps) {
  const word = useOpportunityWords();
  const { competitor } = props.opportunity;
  const said = isNobody(competitor) ? word('opportunities.competitor.nobody') : competitor;
  return (
    <Card title={word('opportunities.field.competitor')} note={<EditLink {...props} field="competitor" />}>
      {said ? <p>{said}</p> : <p className="k-t3">{word('opportunities.competitor.none')}</p>}
    </Card>
  );
}

/** Where the opportunity comes from and to whom it belongs. */
export function FactsCard({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const may = useMay();
  const sourceName = useSourceName();
  const { leadId, leadNumber, source, industry, region, ownerName, departmentName, createdAt } = opportunity;
  const lead = leadNumber && (
    <span key="lead">
      {leadId && may('leads.read') ? <Link to={`/leads/${leadId}`}>{leadNumber}</Link> : leadNumber}
    </span>
  );
  return (
    <Card title={word('opportunities.facts')}>
      <FieldList
        fields={[
          [word('opportunities.field.owner'), ownerName],
          departmentName ? [word('opportunities.field.department'), departmentName] : null,
          lead ? [word('opportunities.field.lead'), lead] : null,
          source ? [word('opportunities.field.source'), sourceName(source)] : null,
          industry ? [word('opportunities.field.industry'), industry] : null,
          region ? [word('opportunities.field.region'), region] : null,
          [word('opportunities.field.createdAt'), <Moment key="created" at={createdAt} />],
        ]}
      />
    </Card>
  );
}
