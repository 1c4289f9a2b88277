export { CopyLine } from './copy-line.tsx';
