export { organizationEn } from './en.ts';
export { organizationZh } from './zh.ts';
