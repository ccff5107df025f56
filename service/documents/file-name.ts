/** A file name that Windows, Linux and macOS all take. */
export function nameFile(kind: string, subject: string): string {
  const safe = subject
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${kind} ${safe}`.slice(0, 100) + '.pdf';
}
