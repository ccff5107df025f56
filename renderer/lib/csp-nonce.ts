/**
 * The nonce the host put into this response's index.html: styles made at run time must carry it.
 * Empty where the page was served without one.
 */
export function readCspNonce(): string {
  const meta = document.querySelector('meta[name="csp-nonce"]');
  return meta?.getAttribute('content') ?? '';
}
