import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';
import type { Tone } from './tone.ts';

interface StatusBadgeProps {
  tone: Tone;
  /** A state is never colour alone: give it an icon or a letter. */
  icon?: Icon;
  letter?: string;
  children: ReactNode;
}

/** A state in a word, with its icon or letter and its colour. */
export function StatusBadge({ tone, icon: Sign, letter, children }: StatusBadgeProps) {
  return (
    <span className={classes['badge']} data-tone={tone}>
      {Sign !== undefined && <Sign size={15} stroke={2} aria-hidden />}
      {letter !== undefined && (
        <b className={classes['letter']} aria-hidden>
          {letter}
        </b>
      )}
      {children}
    </span>
  );
}
