export type { ViewedList } from './viewed-list.ts';
