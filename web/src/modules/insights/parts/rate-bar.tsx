interface RateBarProps {
  /** Percent; null draws nothing. */
  readonly rate: number | null;
  /** Percent of the whole width. */
  readonly most: number;
  /** Percent of all together, drawn as a line. */
  readonly average?: number | null;
  readonly young?: boolean;
}

const width = (rate: number, most: number): string => `${Math.min(100, (100 * rate) / most)}%`;

/** A rate as a bar against the average; the figures stand beside it in words. */
export function RateBar({ rate, most, average = null, young = false }: RateBarProps) {
  return (
    <span className={`insight-bar ${young ? 'young' : ''}`} aria-hidden="true">
      {rate !== null && <b style={{ width: width(rate, most) }} />}
      {average !== null && <u style={{ left: width(average, most) }} />}
    </span>
  );
}
