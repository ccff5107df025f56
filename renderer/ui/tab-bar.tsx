import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { type PageTab, PageTabs } from './page-tabs.tsx';
import classes from './tab-bar.module.css';

interface ToolsPlace {
  place: HTMLElement | null;
  setPlace(place: HTMLElement | null): void;
}

const ToolsPlaceContext = createContext<ToolsPlace | null>(null);

/** Lets the page of a tab put its tools into the row of the tabs, so that they take no height from its table. */
export function TabToolsProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const value = useMemo(() => ({ place, setPlace }), [place]);
  return <ToolsPlaceContext value={value}>{children}</ToolsPlaceContext>;
}

/** The tabs at the left, the tools of the tab that is open at the right. */
export function TabBar({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const tools = useContext(ToolsPlaceContext);
  return (
    <div className={classes['bar']}>
      <PageTabs label={label} tabs={tabs} />
      <div className={classes['tools']} ref={tools?.setPlace ?? null} />
    </div>
  );
}

/** The tools of a tab: drawn in the row of the tabs or, where there are no tabs around, in their own place. */
export function TabTools({ children }: { children: ReactNode }) {
  const tools = useContext(ToolsPlaceContext);
  if (tools === null) return <div className={classes['tools']}>{children}</div>;
  return tools.place === null ? null : createPortal(children, tools.place);
}
