/** Where the keyboard goes on once the card of a button is gone: the next card's first button, or the heading. */
export function rememberNext(button: HTMLElement): () => void {
  const card = button.closest('li[class*="card"]');
  const next = card?.nextElementSibling ?? card?.previousElementSibling ?? null;
  return () => {
    const target = next?.querySelector('button') ?? document.querySelector('h1');
    if (target instanceof HTMLElement) target.focus();
  };
}
