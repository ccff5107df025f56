import { useLocation, useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

interface AddressLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A whole address: '/personas/0Ab…'. */
  to: string;
  /** Marks the link as the current page while one is at its address, or also below it. */
  current?: 'exact' | 'below';
}

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;

/** A link to an address that is only known as text: of the rail, the breadcrumb, tabs. */
export function AddressLink({ to, current, children, ...anchor }: AddressLinkProps) {
  const { history } = useRouter();
  const pathname = useLocation({ select: (location) => location.pathname });
  const isBelow = current === 'below' && pathname.startsWith(`${to}/`);
  const isCurrent = current !== undefined && (pathname === to || isBelow);
  return (
    <a
      {...anchor}
      href={history.createHref(to)}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        history.push(to);
      }}
    >
      {children}
    </a>
  );
}
