import { MenuButton } from '../../../../kit/button/index.ts';
import { Icon } from '../../../../kit/icon/index.ts';
import './look-bar.css';

interface LookChipProps<V extends string> {
  /** What is chosen: 视图. */
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly word: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One choice that is always made, as a chip with a menu: 视图 我的进行中. */
export function LookChip<V extends string>({ label, choices, value, onChange }: LookChipProps<V>) {
  const acts = choices.map((choice) => ({
    key: choice.value,
    word: choice.word,
    chosen: choice.value === value,
    onClick: () => onChange(choice.value),
  }));
  return (
    <MenuButton acts={acts}>
      <button type="button" className="look-chip">
        <span className="k-t3">{label}</span>
        {choices.find((choice) => choice.value === value)?.word}
        <Icon name="down" size={14} />
      </button>
    </MenuButton>
  );
}
