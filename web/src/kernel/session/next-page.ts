/** Where to go after signing in: only a path of our own pages, never another origin, never the sign-in page again. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\') || /[\u0000-\u001f]/.test(next))
    return '/';
  const { origin, pathname, search, hash } = new URL(next, 'http://own.invalid');
  if (origin !== 'http://own.invalid' || pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|setup|join|api)(\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}
