import { useEffect, useRef } from 'react';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { FOLLOW_UP_KEY } from '../rules/follow-up-keys.ts';

const elsewhere =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], .ant-popover, .ant-modal';

/**
 * F opens the follow-up on the record in hand, from anywhere on its page, and an address that ends in `?act=follow-up`
 * does so at once; undefined where none may be written.
 */
export function useFollowUpKey(open: (() => void) | undefined): void {
  const latest = useRef(open);
  const [{ act }, setSearch] = useAddressSearch();
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (act !== 'follow-up') return;
    setSearch({ act: undefined });
    latest.current?.();
  }, [act, setSearch]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== FOLLOW_UP_KEY || !latest.current || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
