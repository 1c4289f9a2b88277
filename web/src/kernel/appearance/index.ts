export { appearance, setAppearance, useAppearance } from './appearance.ts';
