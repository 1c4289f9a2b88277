import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Search = Readonly<Record<string, string | undefined>>;

/** The search part of the address as plain texts, and a function that changes some of it. */
export function useAddressSearch(): readonly [Search, (change: Search, replace?: boolean) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: Search, replace = true) => {
      void navigate({ to: '.', search: (now: Search) => ({ ...now, ...next }), replace });
    },
    [navigate],
  );
  return [search, change];
}

/** One parameter of the address: the id of a record page. */
export function useAddressParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? '';
}

/** Goes to an address of our own: `/leads/…`. */
export function useGo(): (to: string, replace?: boolean) => void {
  const navigate = useNavigate();
  return useCallback((to, replace = false) => void navigate({ href: to, replace }), [navigate]);
}
