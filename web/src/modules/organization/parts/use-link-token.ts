import { useLocation } from '@tanstack/react-router';
import { useAddressParam, useAddressSearch } from '../../../kernel/routing/index.ts';

/**
 * The token of a set-up or invitation link. It stands behind the #, so that no server log and no referrer ever holds it;
 * older links carry it as `?token=` or in the path.
 */
export function useLinkToken(): string {
  const { hash } = useLocation();
  const [search] = useAddressSearch();
  const inPath = useAddressParam('token');
  return hash || (search['token'] ?? inPath);
}
