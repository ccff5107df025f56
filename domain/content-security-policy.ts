/**
 * The Content-Security-Policy of Yachay's pages, the same in Electron (`app://`) and in the loopback host.
 * Nothing is allowed but what the application itself serves; inline scripts and styles need the nonce.
 */

/** What index.html carries wherever a nonce belongs; the host replaces every occurrence, anew in each response. */
export const cspNoncePlaceholder = '__CSP_NONCE__';

/** Base64 as RFC 4648 writes it: all that a CSP source expression accepts as a nonce. */
const noncePattern = /^[A-Za-z0-9+/]{16,}={0,2}$/;

/**
 * The header value for a page and its scripts, styles and workers.
 * `nonce` is base64 of at least 12 random bytes, fresh for each response; throws on anything else, since a
 * semicolon or a space in it would rewrite the policy.
 */
export function contentSecurityPolicy(nonce: string): string {
  if (!noncePattern.test(nonce)) throw new Error('a CSP nonce is base64 of at least 12 random bytes');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the nonce of this response into a page built with placeholders. */
export function insertNonce(page: string, nonce: string): string {
  return page.replaceAll(cspNoncePlaceholder, nonce);
}
