import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

interface Box {
  readonly id: string;
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

/** The column left or right of a point; the same one at the edge. */
export function columnBeside(boxes: readonly Box[], x: number, step: 1 | -1): Box | undefined {
  const inOrder = [...boxes].sort((a, b) => a.left - b.left);
  const here = Math.max(0, inOrder.filter((box) => box.left <= x).length - 1);
  return inOrder[Math.min(inOrder.length - 1, Math.max(0, here + step))];
}

/** Left and right arrows carry a lifted card one column on; up and down stay with the page. */
export const stepToColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : undefined;
  if (!step) return undefined;
  event.preventDefault();
  const boxes: Box[] = [];
  for (const [id, rect] of context.droppableRects) {
    if (!context.droppableContainers.get(id)?.disabled)
      boxes.push({ id: String(id), left: rect.left, width: rect.width, top: rect.top });
  }
  const width = context.collisionRect?.width ?? 0;
  const target = columnBeside(boxes, currentCoordinates.x + width / 2, step);
  return target && { x: target.left + (target.width - width) / 2, y: target.top + 64 };
};
