export { ColleagueSelect, useColleagues } from './parts/colleague-select.tsx';
export { Door } from './parts/door.tsx';
export { showDepartment, useDepartmentOptions } from './parts/department-select.tsx';
export { SignInAgain } from './parts/sign-in-again.tsx';
export { SkillSelect } from './parts/skill-select.tsx';
export { useRoleNames } from './parts/role-names.ts';
export { SettingsFrame } from './parts/settings-frame.tsx';
export { useRoleName } from './parts/words.ts';
