import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

export interface Crumb {
  label: string;
  /** A whole address; the page itself has none. */
  to?: string;
}

interface PagePlace {
  crumbs: readonly Crumb[];
  setCrumbs(crumbs: readonly Crumb[]): void;
  /** Counts the pages shown; true for the first, which leaves the focus where the browser puts it. */
  arrive(): boolean;
}

const PagePlaceContext = createContext<PagePlace>({
  crumbs: [],
  setCrumbs: () => undefined,
  arrive: () => true,
});

/** Carries the place the page header declares up to the frame that shows it. */
export function PagePlaceProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  const visits = useRef(0);
  const arrive = useCallback(() => {
    visits.current += 1;
    return visits.current === 1;
  }, []);
  const place = useMemo(() => ({ crumbs, setCrumbs, arrive }), [crumbs, arrive]);
  return <PagePlaceContext value={place}>{children}</PagePlaceContext>;
}

export function useCrumbs(): readonly Crumb[] {
  return useContext(PagePlaceContext).crumbs;
}

/** Declares where the user is: the title in the window, and the way to it above the page. */
export function useDeclarePlace(title: string, trail: readonly Crumb[]): void {
  const { setCrumbs } = useContext(PagePlaceContext);
  const key = JSON.stringify([...trail, { label: title }]);
  useEffect(() => {
    const crumbs: Crumb[] = JSON.parse(key);
    setCrumbs(crumbs);
    document.title = `${crumbs.at(-1)?.label ?? ''} · Yachay`;
  }, [key, setCrumbs]);
}

/** Moves the focus to the heading of a page one has come to, so that a screen reader announces it. */
export function useArrivalFocus(heading: RefObject<HTMLElement | null>): void {
  const { arrive } = useContext(PagePlaceContext);
  useEffect(() => {
    if (!arrive()) heading.current?.focus({ preventScroll: true });
  }, [arrive, heading]);
}
