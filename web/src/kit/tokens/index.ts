import './tokens.css';
import './base.css';

export { antdThemeFor, type ThemeName } from './antd-theme.ts';
