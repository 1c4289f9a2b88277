import { Bar } from '../card/index.ts';
import { formatCount } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';

/** How far a long job is; it runs on without this page. */
export function ImportProgress({ done, total }: { readonly done: number; readonly total: number }) {
  const { words, language } = useKit();
  const said = words.importing.progress(formatCount(done, language), formatCount(total, language));
  return (
    <div className="k-stack" role="status">
      <b>{said}</b>
      <Bar share={total ? done / total : 0} label={said} />
      <p className="k-t2">{words.importing.wait}</p>
    </div>
  );
}
