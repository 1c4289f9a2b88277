export { Explained } from './explained.tsx';
