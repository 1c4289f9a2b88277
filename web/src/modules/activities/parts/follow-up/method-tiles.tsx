import type { FollowUpMethod } from '@dealtrail/protocol/activities';
import { useState } from 'react';
import { ChoiceChips } from '../../../../kit/form/index.ts';
import type { IconName } from '../../../../kit/icon/index.ts';
import { usePhone } from '../../../../kit/provider/index.ts';
import { methodOrder } from '../../rules/follow-up-keys.ts';
import { useActivityWords } from '../words.ts';

const icons: Readonly<Record<FollowUpMethod, IconName>> = {
  phone: 'phone',
  visit: 'pin',
  wechat: 'chat',
  meeting: 'video',
  email: 'mail',
  sms: 'document',
  exhibition: 'flag',
};

/** The two methods used least wait behind 更多 where seven tiles do not fit. */
const FIRST_ON_PHONE = 5;

interface MethodTilesProps {
  /** Given by `Field`. */
  readonly value?: FollowUpMethod;
  readonly onChange?: (method: FollowUpMethod) => void;
}

/** How the customer was contacted. */
export function MethodTiles({ value, onChange }: MethodTilesProps) {
  const word = useActivityWords();
  const phone = usePhone();
  const [all, setAll] = useState(false);
  const late = value !== undefined && methodOrder.indexOf(value) >= FIRST_ON_PHONE;
  const whole = all || late || !phone;
  const shown = (whole ? methodOrder : methodOrder.slice(0, FIRST_ON_PHONE)).map((method) => ({
    value: method as FollowUpMethod | 'more',
    word: word(`activities.method.${method}`),
    icon: icons[method],
  }));
  const more = { value: 'more' as const, word: word('activities.method.more'), icon: 'more' as const };
  return (
    <ChoiceChips
      tiles
      choices={whole ? shown : [...shown, more]}
      {...(value ? { value } : {})}
      onChange={(chosen) => {
        if (chosen === 'more') setAll(true);
        else onChange?.(chosen);
      }}
    />
  );
}
