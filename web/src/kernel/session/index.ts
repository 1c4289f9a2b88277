export { useSessionEnded, waitForSignIn } from './ended.ts';
export { safeNext } from './next-page.ts';
export { serverNow } from './server-clock.ts';
export { may, SessionContext, sessionRead, useMay, useSession, useSignedIn, useSignedInAgain } from './session.ts';
