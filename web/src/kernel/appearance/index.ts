export { languages, speak } from './speak.ts';
export { appearance, setAppearance, useAppearance } from './appearance.ts';
