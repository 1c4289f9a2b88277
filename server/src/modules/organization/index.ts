export { type Colleague, colleaguesWho } from './store/colleagues-who.ts';
export { insertDepartment } from './store/department-store.ts';
export { membersWhere } from './store/member-store.ts';
export { insertMember, insertOrganization } from './store/organization-store.ts';
export { departmentsExist, membersExist } from './store/references.ts';
export { type Departments, teamIds, teamQuery } from './store/team-query.ts';
