/** Outer blanks removed, inner ones (tabs, line breaks, no-break spaces) made one; accents composed. */
export function collapseBlanks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is left of a text when case, accents, the tilde of Ñ and outer blanks do not matter: for comparing. */
export function foldText(text: string): string {
  return collapseBlanks(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

const spanishCollator = new Intl.Collator('es');

/** Order of two texts in a Spanish list: accents and case last, Ñ after N. */
export function compareSpanish(a: string, b: string): number {
  return spanishCollator.compare(a, b);
}

/** A key whose plain (binary) order is the Spanish one, for SQL: folded, with Ñ after N ('~' is after 'z'). */
export function spanishSortKey(text: string): string {
  return foldText(text.normalize('NFC').replace(/[ñÑ]/g, 'n~'));
}

const blankMark = /^[-–—_.,*/\\\s]*$/;
const noneWords =
  /^(s ?\/ ?[nc]|sn|n ?\/ ?a|no|no (hay|tiene|cuenta|corresponde|aplica|registra|sabe)|ningun[oa]?|nada|sin .+|x{1,4})$/;

/** Whether a cell says nothing: empty, or a mark such as '-', '...' or '____'. */
export function isBlankMark(text: string): boolean {
  return blankMark.test(text);
}

/** Whether a cell says in words that there is nothing: 'no tiene', 's/n', 'ninguno', 'sin correo'. */
export function saysNone(text: string): boolean {
  return noneWords.test(foldText(text).replace(/\.+$/, ''));
}
