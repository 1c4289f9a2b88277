import type { Unmet } from '@dealtrail/protocol/kernel';
import type { EditableField } from '../rules/gate-acts.ts';

/** What a person is doing with one opportunity: which sheet or dialog stands open. */
export type Doing =
  | { readonly kind: 'edit'; readonly id: string; readonly field?: EditableField }
  | { readonly kind: 'tasks'; readonly id: string; readonly label?: Unmet['label'] }
  | { readonly kind: 'close'; readonly id: string; readonly outcome?: 'won' | 'lost' | 'invalid' }
  | { readonly kind: 'signing'; readonly id: string }
  | { readonly kind: 'assign'; readonly id: string }
  | { readonly kind: 'followUp'; readonly id: string; readonly keyed?: boolean };

/** Opens one of them. */
export type Do = (doing: Doing) => void;
