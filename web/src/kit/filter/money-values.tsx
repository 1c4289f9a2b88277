import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { minorDigits, toMajor, toMinor } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';

interface MoneyValuesProps {
  readonly currency: string;
  /** One amount, or both ends of a range, each with its label. */
  readonly values: readonly { readonly label: string; readonly minor: number | undefined }[];
  readonly onChange: (minors: readonly (number | undefined)[]) => void;
}

/** The unit in which amounts are usually said: 万 in Chinese, thousands in English. */
function unitsOf(currency: string, zh: boolean) {
  if (zh) {
    const plain = currency === 'CNY' ? '元' : currency;
    return { scale: 10_000, plain, large: currency === 'CNY' ? '万元' : `万 ${currency}` };
  }
  return { scale: 1_000, plain: currency, large: `K ${currency}` };
}

/** Amounts typed in 元 or 万元, kept in minor units. Another unit keeps what was typed. */
export function MoneyValues({ currency, values, onChange }: MoneyValuesProps) {
  const { words, language } = useKit();
  const { scale, plain, large } = unitsOf(currency, language === 'zh-CN');
  const majors = values.map(({ minor }) => (minor === undefined ? undefined : toMajor({ minor, currency })));
  const [unit, setUnit] = useState(() =>
    majors.every((major) => major === undefined || major === 0 || major >= scale) ? scale : 1,
  );
  const typed = majors.map((major) => (major === undefined ? null : major / unit));
  const tell = (numbers: readonly (number | null)[], by: number) =>
    onChange(numbers.map((number) => (number === null ? undefined : toMinor(number * by, currency))));
  return (
    <div className="money">
      {values.map(({ label }, at) => (
        <InputNumber
          key={label}
          aria-label={label}
          placeholder={label}
          min={0}
          {...(unit === 1 ? { precision: minorDigits(currency) } : {})}
          controls={false}
          value={typed[at] ?? null}
          onChange={(number) =>
            tell(
              typed.map((each, index) => (index === at ? number : each)),
              unit,
            )
          }
        />
      ))}
      <Select
        aria-label={words.filter.unit}
        value={unit}
        options={[
          { value: 1, label: plain },
          { value: scale, label: large },
        ]}
        onChange={(next) => {
          setUnit(next);
          tell(typed, next);
        }}
      />
    </div>
  );
}
