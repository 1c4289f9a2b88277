export { Avatar, Facts, Level, StateTag, type TagTone } from './marks.tsx';
