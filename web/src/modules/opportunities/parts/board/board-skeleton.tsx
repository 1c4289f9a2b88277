import { Skeleton } from '../../../../kit/states/index.ts';
import './board.css';

const columns = [4, 3, 3, 2, 2];

/** The shape of a board that is still being read. */
export function BoardSkeleton() {
  return (
    <div className="k-board">
      {columns.map((cards, place) => (
        <div key={`${place} ${cards}`} className="k-board-column board-wait" aria-hidden={place > 0}>
          <Skeleton shape="cards" count={cards} />
        </div>
      ))}
    </div>
  );
}
