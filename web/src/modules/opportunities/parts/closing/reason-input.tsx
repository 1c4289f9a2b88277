import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { ChoiceChips } from '../../../../kit/form/index.ts';
import { isNobody } from '../../rules/closing.ts';
import { useOpportunityWords } from '../words.ts';

interface TextProps {
  /** Given by `Field`. */
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly id?: string;
}

const usual = ['price', 'product', 'delivery', 'relation', 'budget', 'timing'] as const;
const OTHER = 'other';

/** Why a deal was lost: one of the usual reasons, or one's own words. */
export function ReasonInput({ value, onChange, id }: TextProps) {
  const word = useOpportunityWords();
  const [own, setOwn] = useState(false);
  const words = usual.map((reason) => word(`opportunities.close.reason.${reason}`));
  const known = words.find((each) => each === value);
  const choose = (text: string) => {
    setOwn(text === OTHER);
    onChange?.(text === OTHER ? '' : text);
  };
  const chosen = own ? OTHER : known;
  return (
    <div className="k-stack">
      <ChoiceChips
        {...(id && !own ? { id } : {})}
        {...(chosen ? { value: chosen } : {})}
        choices={[
          ...words.map((each) => ({ value: each, word: each })),
          { value: OTHER, word: word('opportunities.close.reason.other') },
        ]}
        onChange={choose}
      />
      {own && (
        <Input
          {...(id ? { id } : {})}
          autoFocus
          maxLength={500}
          aria-label={word('opportunities.close.reason.words')}
          placeholder={word('opportunities.close.reason.words')}
          value={value ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </div>
  );
}

/** Who won instead; a tick says that nobody competed. */
export function RivalInput({ value, onChange, id }: TextProps) {
  const word = useOpportunityWords();
  const nobody = isNobody(value ?? null);
  return (
    <div className="k-stack">
      <Input
        {...(id ? { id } : {})}
        maxLength={120}
        autoComplete="off"
        disabled={nobody}
        value={nobody ? '' : (value ?? '')}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Checkbox
        checked={nobody}
        onChange={(event) => onChange?.(event.target.checked ? word('opportunities.nobody') : '')}
      >
        {word('opportunities.close.rival.nobody')}
      </Checkbox>
    </div>
  );
}
