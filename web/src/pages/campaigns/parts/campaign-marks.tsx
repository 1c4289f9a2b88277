import type { Campaign } from '@dealtrail/protocol/campaigns';
import { Day } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useCampaignWords } from '../../../modules/campaigns/index.ts';

/** Kind, state, days and owner of a campaign in one quiet line. */
export function CampaignMarks({ campaign }: { readonly campaign: Campaign }) {
  const word = useCampaignWords();
  const { kind, state, startsOn, endsOn, ownerName } = campaign;
  return (
    <Facts>
      <span>{word(`campaignKind.${kind}`)}</span>
      <span>{word(`campaignState.${state}`)}</span>
      {(startsOn ?? endsOn) && (
        <span>
          {startsOn && <Day day={startsOn} />}
          {startsOn !== endsOn && ' – '}
          {endsOn && startsOn !== endsOn && <Day day={endsOn} />}
        </span>
      )}
      {ownerName && <span>{ownerName}</span>}
    </Facts>
  );
}
