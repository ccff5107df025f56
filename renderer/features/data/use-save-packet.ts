/** A packet that was made and waits to be saved. */
interface MadePacket {
  id: string;
  fileName: string;
}

/** Lets the user save a packet on a stick or elsewhere: a browser saves what a link with a name points at. */
export function useSavePacket(): (packet: MadePacket) => Promise<boolean> {
  return async ({ id, fileName }) => {
    const link = window.document.createElement('a');
    link.href = `/packets/${id}`;
    link.download = fileName;
    link.click();
    return true;
  };
}
