const simplify = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The office over a document, with its municipality below unless its name already says it. */
export function writeHeading(
  officeName: string,
  municipality: string,
): { heading: string; subheading: string | null } {
  const isSaid = simplify(officeName).includes(simplify(municipality));
  return { heading: officeName, subheading: isSaid ? null : `Municipio de ${municipality}` };
}
