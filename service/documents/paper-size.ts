import type { Paper } from '../../domain/office.ts';

/** Portrait, in millimetres. */
const sizes = {
  letter: { width: 215.9, height: 279.4 },
  a4: { width: 210, height: 297 },
  legal: { width: 216, height: 330 },
} as const satisfies Record<Paper, { width: number; height: number }>;

export function measurePaper(
  paper: Paper,
  orientation: 'portrait' | 'landscape',
): { width: number; height: number } {
  const { width, height } = sizes[paper];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}
