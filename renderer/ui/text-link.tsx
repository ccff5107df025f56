import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import classes from './text-link.module.css';

function LinkText({ children, ...anchor }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...anchor} className={classes['link']}>
      {children}
    </a>
  );
}

/** A router link in our look: `<TextLink to="/personas/$personId" params={{ personId }}>`. */
export const TextLink = createLink(LinkText);
