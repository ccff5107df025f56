import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfferedPackets } from '../lib/offered-packets.tsx';
import { findShell } from '../lib/shell.ts';
import { useToast } from '../ui/toast.tsx';

/**
 * Leads whoever is signed in to a packet that came from outside: by a double click on its file, or dropped on the
 * window. There they say whether it is taken in.
 */
export function PacketEntrance() {
  const { history } = useRouter();
  const { isNew, see } = useOfferedPackets();
  useHandedPackets();
  useEffect(() => {
    if (!isNew) return;
    see();
    // There one sees it already, and something half filled in stays as it is.
    if (history.location.pathname !== '/datos') history.push('/datos');
  }, [isNew, see, history]);
  return null;
}

/** Fetches from the shell what the system handed over, now and whenever it says that there is something. */
function useHandedPackets(): void {
  const { t } = useTranslation('app');
  const toast = useToast();
  const { offer } = useOfferedPackets();
  const fetchAll = useCallback(async () => {
    const shell = findShell();
    let packet = (await shell?.takeHandedPacket()) ?? null;
    while (packet !== null) {
      if (packet.outcome === 'read') offer(new File([packet.bytes], packet.name));
      else toast.show({ text: t(refusalOf(packet.code), { file: packet.name }), tone: 'danger' });
      packet = (await shell?.takeHandedPacket()) ?? null;
    }
  }, [offer, toast, t]);
  useEffect(() => {
    const receive = (event: MessageEvent<unknown>) => {
      if (event.source === window && event.data === 'packet-handed') void fetchAll();
    };
    window.addEventListener('message', receive);
    void fetchAll();
    return () => window.removeEventListener('message', receive);
  }, [fetchAll]);
}

const refusalOf = (code: string) => (code === 'EFBIG' ? 'handed.tooLarge' : 'handed.unreadable');
