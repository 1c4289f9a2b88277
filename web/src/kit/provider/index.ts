export { type Kit, useKit } from './kit-context.ts';
export { type Density, KitProvider } from './kit-provider.tsx';
export { useNow } from './now.ts';
export { usePhone, usePrefersDark, useStill } from './use-media.ts';
