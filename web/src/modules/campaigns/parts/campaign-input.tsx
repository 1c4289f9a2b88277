import { listCampaignNames } from '@dealtrail/protocol/campaigns';
import { AutoComplete } from 'antd';
import { useContext } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { LabelContext } from '../../../kit/form/label-context.ts';

/** Names change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

/** How the campaigns are called, those that run first. */
export function useCampaignNames() {
  return useOperation(listCampaignNames, {}, { freshFor: FRESH_MS });
}

interface CampaignInputProps {
  /** Given by `Field`. */
  readonly value?: string | null;
  readonly onChange?: (campaign: string) => void;
  readonly id?: string;
}

/** A campaign by its name; one that is not registered is taken as it is written. */
export function CampaignInput({ value, onChange, id }: CampaignInputProps) {
  const said = useContext(LabelContext);
  const found = useCampaignNames();
  return (
    <AutoComplete
      {...(id ? { id } : {})}
      aria-label={said}
      maxLength={120}
      allowClear
      value={value ?? ''}
      options={(found.data?.items ?? [])
        .filter(({ state }) => state !== 'cancelled')
        .map(({ name }) => ({ value: name }))}
      showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
      onChange={(typed: string | undefined) => onChange?.(typed ?? '')}
    />
  );
}
