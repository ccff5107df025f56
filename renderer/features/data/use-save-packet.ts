import { useApi } from '../../lib/api.tsx';

/** A packet that was made and waits to be saved. */
interface MadePacket {
  id: string;
  fileName: string;
}

/** Lets the user save a packet on a stick or elsewhere, as the browser, or the shell around it, saves any file. */
export function useSavePacket(): (packet: MadePacket) => Promise<void> {
  const api = useApi();
  return async ({ id, fileName }) => {
    const address = URL.createObjectURL(await api.exchange.packetFile.call({ id }));
    const link = window.document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The download holds what it needs by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
}
