export { insertDepartment } from './store/department-store.ts';
export { insertMember, insertOrganization, type NewMember } from './store/organization-store.ts';
