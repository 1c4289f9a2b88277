import type { ComponentType } from 'react';
import { BoardScene } from './board-scene.tsx';
import { FormScene } from './form-scene.tsx';
import { ImportScene } from './import-scene.tsx';
import { ListScene } from './list-scene.tsx';
import { MarksScene } from './marks-scene.tsx';
import { RecordScene } from './record-scene.tsx';
import { StatesScene } from './states-scene.tsx';
import { TodayScene } from './today-scene.tsx';

export { NOW } from './moment.ts';

/** Scenes by the name in the address: `/gallery.html?scene=list&theme=dark`. */
export const scenes: Readonly<Record<string, ComponentType>> = {
  marks: MarksScene,
  today: TodayScene,
  list: ListScene,
  record: RecordScene,
  board: BoardScene,
  form: FormScene,
  import: ImportScene,
  states: StatesScene,
};
