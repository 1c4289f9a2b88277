export { SearchBox } from './search-box.tsx';
export { useSettled } from './use-settled.ts';
