import { Box } from '@mantine/core';
import classes from './meter.module.css';
import type { Tone } from './tone.ts';

interface MeterProps {
  label: string;
  value: number;
  max: number;
  tone?: Tone;
  /** What the bar says in words, beside it. */
  text: string;
  /** A mark on the bar, on the same scale: a minimum to reach. */
  mark?: number;
}

const share = (value: number, max: number) =>
  `${max <= 0 ? 0 : Math.min(100, Math.max(0, (100 * value) / max))}%`;

/** A thin bar with its figure in words: seats taken, attendance reached. */
export function Meter({ label, value, max, tone = 'info', text, mark }: MeterProps) {
  return (
    <div className={classes['meter']}>
      <Box
        className={classes['track']}
        role="meter"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
        __vars={{ '--share': share(value, max), '--mark': share(mark ?? 0, max) }}
        data-tone={tone}
        data-mark={mark !== undefined || undefined}
      />
      <span>{text}</span>
    </div>
  );
}
