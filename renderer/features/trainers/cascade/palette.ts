import type { AccreditationStatus } from '../../../../domain/accreditation.ts';

export interface Tint {
  fill: string;
  line: string;
  ink: string;
}

/** The colours of the page as a canvas takes them. */
export interface Palette {
  font: string;
  surface: string;
  stripes: readonly [string, string];
  line: string;
  /** Of a group that is too small to be read. */
  faint: string;
  ink: string;
  soft: string;
  focus: string;
  none: Tint;
  byStatus: Readonly<Record<AccreditationStatus, Tint>>;
}

/** Reads them where the canvas stands, so that they are those of the light or the dark theme. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--y-${name}`).trim();
  const tint = (tone: string): Tint => ({
    fill: read(`${tone}-tint`),
    line: read(`${tone}-line`),
    ink: read(`${tone}-ink`),
  });
  return {
    font: style.fontFamily,
    surface: read('surface'),
    stripes: [read('paper'), read('sunken')],
    line: read('line-strong'),
    faint: read('line'),
    ink: read('ink'),
    soft: read('ink-soft'),
    focus: read('accent-line'),
    none: { fill: read('surface'), line: read('line-strong'), ink: read('ink') },
    byStatus: {
      candidate: tint('info'),
      accredited: tint('success'),
      dueSoon: tint('warning'),
      lapsed: tint('danger'),
      suspended: tint('neutral'),
    },
  };
}
