import { Fragment, type ReactNode } from 'react';
import classes from './page.module.css';

export interface Fact {
  label: string;
  /** Null or empty is shown as a dash. */
  value: ReactNode;
}

/** What is known about something: names and values. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? '–' : <Fragment>{value}</Fragment>}</dd>
        </div>
      ))}
    </dl>
  );
}
