import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** Packets that came to the window from outside and wait for the user's word: nothing of them is taken in before. */
export interface OfferedPackets {
  /** In the order they came. */
  files: readonly File[];
  /** Whether one came that no page has shown yet. */
  isNew: boolean;
  offer(file: File): void;
  /** They were seen: from now on they only wait. */
  see(): void;
  /** One was taken in, or is not wanted. */
  withdraw(file: File): void;
}

const OfferedPacketsContext = createContext<OfferedPackets | null>(null);

/** Keeps them, also while nobody is signed in or the window is locked. One that is dropped anywhere on the window counts too. */
export function OfferedPacketsProvider({ children }: { children: ReactNode }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isNew, setIsNew] = useState(false);
  const offered = useMemo(
    () => ({
      files,
      isNew,
      offer: (file: File) => {
        setFiles((all) => [...all, file]);
        setIsNew(true);
      },
      see: () => setIsNew(false),
      withdraw: (file: File) => setFiles((all) => all.filter((one) => one !== file)),
    }),
    [files, isNew],
  );
  const { offer } = offered;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragover', allowDrop, { signal });
    window.addEventListener('drop', (event) => listDroppedPackets(event).forEach(offer), { signal });
    return () => listening.abort();
  }, [offer]);
  return <OfferedPacketsContext value={offered}>{children}</OfferedPacketsContext>;
}

/** What a part of the page takes itself, it has prevented already. */
const isForWindow = (event: DragEvent) =>
  !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true;

function allowDrop(event: DragEvent): void {
  if (isForWindow(event)) event.preventDefault();
}

/** A browser would open any other file in the place of Yachay: that is prevented too. */
function listDroppedPackets(event: DragEvent): File[] {
  if (!isForWindow(event)) return [];
  event.preventDefault();
  return [...(event.dataTransfer?.files ?? [])].filter(({ name }) => /\.yachay$/i.test(name));
}

export function useOfferedPackets(): OfferedPackets {
  const offered = useContext(OfferedPacketsContext);
  if (offered === null) throw new Error('useOfferedPackets needs an OfferedPacketsProvider above it');
  return offered;
}
