export { Link } from '@tanstack/react-router';
export type { ScreenRoute } from './screen-route.ts';
export { useAddressParam, useAddressSearch, useGo } from './use-address.ts';
