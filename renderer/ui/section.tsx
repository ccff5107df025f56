import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './page.module.css';

interface SectionProps {
  title: string;
  action?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}

/** A named part of a page, under a thin rule. */
export function Section({ title, action, level = 2, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <Title order={level} id={id}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}
