/** How the form looks on a page of somebody else: its own, and the letters of the page around it. */
export const style = `
:host { display: block; }
form, .thanks { box-sizing: border-box; max-width: 480px; font: inherit; font-size: 15px; line-height: 1.5; }
h2 { margin: 0 0 4px; font-size: 1.3em; line-height: 1.3; }
.intro { margin: 0 0 16px; opacity: .8; white-space: pre-line; }
label.field { display: block; margin: 0 0 12px; }
label.field > span { display: block; margin-bottom: 4px; font-size: .93em; }
input:not([type=checkbox]), textarea { box-sizing: border-box; width: 100%; min-height: 40px; padding: 8px 12px; font: inherit;
  font-size: max(16px, 1em); border: 1px solid rgb(128 128 128 / .5); border-radius: 6px; background: transparent; color: inherit; }
textarea { min-height: 104px; resize: vertical; }
input:focus-visible, textarea:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
[aria-invalid=true] { border-color: #c4320a; }
.fault { display: block; color: #c4320a; font-size: .87em; }
label.consent { display: flex; gap: 8px; align-items: flex-start; margin: 4px 0 16px; font-size: .9em; }
label.consent input { flex: none; width: 18px; height: 18px; margin: 2px 0 0; accent-color: var(--accent); }
button { min-height: 44px; width: 100%; font: inherit; font-weight: 600; border: 0; border-radius: 6px; cursor: pointer;
  background: var(--accent); color: var(--ink); }
button[disabled] { opacity: .6; cursor: default; }
.trap { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden; }
`;
