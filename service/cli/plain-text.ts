/** Prints an answer for people: a table for a list of records, lines of "name: value" for a record. */
export function printPlain(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '(nada)' : printTable(value);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${printPart(part)}`)
      .join('\n');
  }
  return String(value);
}

function printPart(part: unknown): string {
  if (Array.isArray(part)) return part.map((item) => `\n  ${printInLine(item)}`).join('') || '-';
  return printInLine(part);
}

function printInLine(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(printInLine).join(' · ');
  return value === null ? '-' : String(value);
}

function printTable(records: unknown[]): string {
  const cells = records.map((record) => Object.values(record ?? {}).map(printInLine));
  const headings = Object.keys(records[0] ?? {});
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  return [headings, ...cells]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
