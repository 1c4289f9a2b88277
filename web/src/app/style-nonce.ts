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
  const make = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
