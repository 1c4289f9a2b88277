export { useKit } from './kit-context.ts';
export { type Density, KitProvider } from './kit-provider.tsx';
export { useNow } from './now.ts';
export { usePhone, usePrefersDark } from './use-media.ts';
