/** Enter and Space press what has the focus, as on a native button: our controls are boxes with a role. */
const pressable = new Set(['button', 'link', 'radio', 'checkbox', 'switch', 'tab']);

export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const target = event.target;
    if (!(target instanceof HTMLElement) || !pressable.has(target.getAttribute('role') ?? '')) return;
    event.preventDefault();
    if (!event.repeat) target.click();
  });
}
