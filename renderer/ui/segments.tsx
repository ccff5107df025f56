import { type KeyboardEvent, useId } from 'react';
import classes from './segments.module.css';

export interface Segment {
  value: string;
  /** A letter or a short word. */
  label: string;
  /** The word behind a letter; read aloud, and shown on hover. */
  hint?: string;
}

interface SegmentsProps {
  label: string;
  options: readonly Segment[];
  /** Null: nothing is chosen yet. */
  value: string | null;
  onChange(value: string): void;
  disabled?: boolean;
  /** Keys that mean something to what is around. */
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** One of a few, side by side; a key with the first letter of a label chooses it. */
export function Segments({ label, options, value, onChange, disabled = false, onKeyDown }: SegmentsProps) {
  const name = useId();
  const chooseByLetter = (event: KeyboardEvent) => {
    if (disabled || event.ctrlKey || event.altKey || event.metaKey) return;
    const hit = options.find((option) => option.label.toLowerCase().startsWith(event.key.toLowerCase()));
    if (hit !== undefined && event.key.length === 1 && event.key !== ' ') onChange(hit.value);
  };
  return (
    <div className={classes['segments']} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={classes['segment']} title={option.hint}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            aria-label={option.hint ?? option.label}
            onChange={() => onChange(option.value)}
            onKeyDown={(event) => {
              chooseByLetter(event);
              onKeyDown?.(event);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
