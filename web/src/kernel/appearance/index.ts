export { type Appearance, appearance, setAppearance, useAppearance } from './appearance.ts';
