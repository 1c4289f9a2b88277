export { kernelEn } from './en.ts';
export { kernelZh } from './zh.ts';
