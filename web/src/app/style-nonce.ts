/** The nonce of this page's content security policy; none where no policy is set. */
export function pageNonce(): string | undefined {
  const found = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return found && found !== '__CSP_NONCE__' ? found : undefined;
}

/**
 * Gives every `style` element made by a script the nonce. antd takes it from its provider, but its scroll lock and
 * scroll bar measure make styles without asking, and the strict policy would refuse them.
 */
export function giveStylesTheNonce(nonce: string): void {
  const make = Document.prototype.createElement;
  Document.prototype.createElement = function createWithNonce(
    this: Document,
    name: string,
    options?: ElementCreationOptions,
  ) {
    const element = make.call(this, name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  } as typeof make;
}
