import { lazy, Suspense, useEffect, useRef, useState } from 'react';

const PaletteBox = lazy(async () => ({ default: (await import('./palette-box.tsx')).PaletteBox }));

/** Opens something on Ctrl K, or ⌘ K. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Search and go; its code comes with the first use. */
export function Palette(props: { readonly open: boolean; readonly onClose: () => void }) {
  const [opened, setOpened] = useState(false);
  if (props.open && !opened) setOpened(true);
  return opened ? (
    <Suspense fallback={null}>
      <PaletteBox {...props} />
    </Suspense>
  ) : null;
}
