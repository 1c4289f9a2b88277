export { ColleagueSelect, useColleagues } from './parts/colleague-select.tsx';
