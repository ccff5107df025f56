/** Characters Windows refuses in a file name, and what would lead out of the folder. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const unsafeCharacters = /[\s\\/:*?"<>|\u0000-\u001f]+/g;

/** A file name from whatever a page suggests: no folders, nothing Windows refuses, always with this ending. */
export function suggestFileName(suggestion: unknown, ending: 'pdf' | 'yachay'): string {
  const text = typeof suggestion === 'string' ? suggestion : '';
  const withoutEnding = text.toLowerCase().endsWith(`.${ending}`) ? text.slice(0, -ending.length - 1) : text;
  const stem = withoutEnding.replace(unsafeCharacters, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem.slice(0, 120).trimEnd() || 'Yachay'}.${ending}`;
}
