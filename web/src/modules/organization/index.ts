export { ColleagueSelect, useColleagues } from './parts/colleague-select.tsx';
export { useDepartmentOptions } from './parts/department-select.tsx';
export { SettingsFrame } from './parts/settings-frame.tsx';
