/** A hint appears after the pointer has rested this long, at once when the keyboard arrives. */
const REST_MS = 400;

/** And stays this long after the pointer has left, so that it can be reached and read. */
const LEAVE_MS = 120;

const GAP = 6;

let box: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function boxOf(): HTMLElement {
  if (box) return box;
  box = document.createElement('div');
  box.className = 'k-hint';
  // Screen readers hear the same words as the name of the button.
  box.setAttribute('aria-hidden', 'true');
  box.addEventListener('mouseenter', () => clearTimeout(timer));
  box.addEventListener('mouseleave', () => hideHint());
  document.body.append(box);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideHint();
  });
  window.addEventListener('scroll', hideHint, { capture: true, passive: true });
  return box;
}

function place(hint: HTMLElement, target: Element): void {
  const around = target.getBoundingClientRect();
  const { width, height } = hint.getBoundingClientRect();
  const left = Math.min(innerWidth - width - GAP, Math.max(GAP, around.left + around.width / 2 - width / 2));
  const below = around.bottom + GAP;
  const top = below + height > innerHeight - GAP ? around.top - height - GAP : below;
  hint.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** Shows words beside an element: one hint for the whole page, so that a hundred buttons cost nothing. */
export function showHint(target: Element, words: string, atOnce = false): void {
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      if (!target.isConnected) return;
      const hint = boxOf();
      hint.textContent = words;
      hint.dataset['shown'] = 'yes';
      place(hint, target);
    },
    atOnce ? 0 : REST_MS,
  );
}

/** Takes the hint away. */
export function hideHint(): void {
  clearTimeout(timer);
  if (box) delete box.dataset['shown'];
}

/** Takes the hint away unless the pointer goes onto it. */
export function leaveHint(): void {
  clearTimeout(timer);
  timer = setTimeout(hideHint, LEAVE_MS);
}
