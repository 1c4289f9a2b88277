/** The nonce of this page's content security policy; none where no policy is set. */
export function pageNonce(): string | undefined {
  const found = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return found && found !== '__CSP_NONCE__' ? found : undefined;
}

/** The policy refuses a style that is set as an attribute, not one that is set as a property. */
function styleByProperty(element: HTMLElement): void {
  const set = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: string) => {
    if (name === 'style') element.style.cssText = value;
    else set(name, value);
  };
}

/**
 * Gives every `style` element made by a script the nonce. antd takes it from its provider, but its scroll lock and
 * scroll bar measure make styles without asking, and the strict policy would refuse them; so it would the measuring of
 * a text area that grows with its text.
 */
export function giveStylesTheNonce(nonce: string): void {
  const make = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    if (element instanceof HTMLTextAreaElement) styleByProperty(element);
    return element;
  };
}
