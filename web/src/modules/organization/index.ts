export { ColleagueSelect, useColleagues } from './parts/colleague-select.tsx';
export { showDepartment, useDepartmentOptions } from './parts/department-select.tsx';
export { SettingsFrame } from './parts/settings-frame.tsx';
