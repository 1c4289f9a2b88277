import { useKit } from '../provider/kit-context.ts';
import { useNow } from '../provider/now.ts';
import { dayOf, formatAgo, formatDay, formatExactMoment, formatMoment } from './moments.ts';

/** A moment as people say it (今天 14:00; with `ago` 3 天前), the exact one on hover; a dash where there is none. */
export function Moment({ at, ago = false }: { readonly at: string | null; readonly ago?: boolean }) {
  const { language, zone } = useKit();
  const now = useNow();
  if (at === null) return <span className="k-t3">—</span>;
  return (
    <time className="k-nowrap" dateTime={at} title={formatExactMoment(at, zone, language)}>
      {ago ? formatAgo(at, now, zone, language) : formatMoment(at, now, zone, language)}
    </time>
  );
}

/** A calendar day as people say it (明天, 周五, 3 月 23 日), the ISO date on hover. */
export function Day({ day }: { readonly day: string | null }) {
  const { language, zone } = useKit();
  const now = useNow();
  if (day === null) return <span className="k-t3">—</span>;
  return (
    <time className="k-nowrap" dateTime={day} title={day}>
      {formatDay(day, dayOf(now, zone), language)}
    </time>
  );
}
