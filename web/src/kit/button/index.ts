export { Button, type ButtonKind } from './button.tsx';
export { IconButton } from './icon-button.tsx';
export { type MenuAct, MenuButton } from './menu-button.tsx';
export { Segmented } from './segmented.tsx';
