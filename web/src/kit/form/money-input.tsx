import { InputNumber } from 'antd';
import { useContext } from 'react';
import { minorDigits, toMajor, toMinor } from '../formats/index.ts';
import { LabelContext } from './label-context.ts';

interface MoneyInputProps {
  /** Minor units (分); given by `Field`. */
  readonly value?: number | null;
  readonly onChange?: (minor: number | null) => void;
  readonly id?: string;
  readonly label?: string;
  /** ISO 4217 code; shown before the amount. */
  readonly currency: string;
}

/** An amount typed in major units (元) and kept in minor ones. */
export function MoneyInput({ value, onChange, id, label, currency }: MoneyInputProps) {
  const said = useContext(LabelContext);
  return (
    <InputNumber
      {...(id ? { id } : {})}
      aria-label={label ?? said}
      prefix={currency}
      min={0}
      max={toMajor({ minor: 9_000_000_000_000_000, currency })}
      precision={minorDigits(currency)}
      controls={false}
      formatter={(text) => `${text ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
      parser={(text) => Number((text ?? '').replaceAll(/[^\d.]/g, ''))}
      value={value === undefined || value === null ? null : toMajor({ minor: value, currency })}
      onChange={(major) => onChange?.(major === null ? null : (toMinor(major, currency) ?? null))}
    />
  );
}
