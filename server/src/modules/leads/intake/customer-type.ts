import { CustomerType } from '@dealtrail/protocol/leads';
import type { z } from 'zod';

const names: Readonly<Record<string, z.infer<typeof CustomerType>>> = {
  新客户: 'new',
  老客户: 'existing',
  现有客户: 'existing',
  合作伙伴: 'partner',
  渠道: 'partner',
  政府: 'government',
  事业单位: 'government',
  其他: 'other',
};

/** The listed customer type a text means, else the text as it came. */
export function customerTypeOf(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.trim();
  const listed = CustomerType.safeParse(plain.toLowerCase());
  return listed.success ? listed.data : (names[plain] ?? plain);
}
