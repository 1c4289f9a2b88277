import { useKit } from '../provider/index.ts';
import './states.css';

const widths = ['38%', '64%', '52%', '72%', '46%', '58%'];

/** The shape of what is coming, shown only when it takes longer than 300 ms. */
export function Skeleton({
  shape = 'text',
  count = 6,
}: {
  readonly shape?: 'text' | 'rows' | 'cards';
  readonly count?: number;
}) {
  const { words } = useKit();
  const lines = Array.from({ length: count }, (_, index) => index);
  return (
    <div className={`k-skeleton ${shape}`} role="status" aria-label={words.loading}>
      {lines.map((line) =>
        shape === 'text' ? (
          <i key={line} style={{ width: widths[line % widths.length] }} />
        ) : (
          <div key={line}>
            <i style={{ width: widths[line % widths.length] }} />
            <i style={{ width: '18%' }} />
          </div>
        ),
      )}
    </div>
  );
}
