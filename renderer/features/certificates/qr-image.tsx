import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../ui/file-drop.tsx';
import { canReadQr, readQr } from './read-qr.ts';

/** A photo or scan with the QR, where the browser can read one; elsewhere nothing is offered. */
export function QrImage({ onText }: { onText(text: string): void }) {
  const { t } = useTranslation('certificates');
  const [isOffered, setIsOffered] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void canReadQr().then((can) => isHere && setIsOffered(can));
    return () => {
      isHere = false;
    };
  }, []);
  if (!isOffered) return null;
  const read = async (file: File) => {
    const text = await readQr(file);
    setError(text === null ? t('verify.noQr') : null);
    if (text !== null) onText(text);
  };
  return (
    <FileDrop
      label={t('verify.image')}
      accept={['.png', '.jpg', '.jpeg', '.webp']}
      compact
      error={error}
      onFile={(file) => void read(file)}
    />
  );
}
