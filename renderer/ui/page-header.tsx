import { type ReactNode, useRef } from 'react';
import { type Crumb, useArrivalFocus, useDeclarePlace } from '../lib/page-place.tsx';
import classes from './page.module.css';

export interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** A state beside the title. */
  badge?: ReactNode;
  /** The pages above this one; the title itself is added. */
  trail?: readonly Crumb[];
  /** The one next step, as a filled button. */
  next?: ReactNode;
  /** Everything else that can be done here. */
  tools?: ReactNode;
  /** A line under the title. */
  children?: ReactNode;
}

const noTrail: readonly Crumb[] = [];

/** The head of a page and its only h1: names the window, declares the place and takes the focus on arrival. */
export function PageHeader({
  title,
  subtitle,
  badge,
  trail = noTrail,
  next,
  tools,
  children,
}: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDeclarePlace(title, trail);
  useArrivalFocus(heading);
  return (
    <header className={classes['header']}>
      <div className={classes['titles']}>
        <div className={classes['title']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {badge}
        </div>
        {subtitle !== undefined && <div className={classes['subtitle']}>{subtitle}</div>}
      </div>
      {(next !== undefined || tools !== undefined) && (
        <div className={classes['actions']}>
          {tools}
          {next}
        </div>
      )}
      {children !== undefined && <div className={classes['below']}>{children}</div>}
    </header>
  );
}
