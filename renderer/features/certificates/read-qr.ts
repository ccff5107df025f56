/** What of the browser's Shape Detection API is used; not every browser has it, and TypeScript knows it not. */
interface BarcodeDetector {
  detect(image: ImageBitmapSource): Promise<readonly { rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { formats: readonly string[] }): BarcodeDetector;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

/** Whether this browser can read a QR from an image. */
export async function canReadQr(): Promise<boolean> {
  const formats = await window.BarcodeDetector?.getSupportedFormats();
  return formats?.includes('qr_code') ?? false;
}

/** The text of the QR in an image; null where there is none, or it is no image. */
export async function readQr(file: Blob): Promise<string | null> {
  if (window.BarcodeDetector === undefined) return null;
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
  try {
    const [code] = await detector.detect(await createImageBitmap(file));
    return code?.rawValue ?? null;
  } catch {
    return null;
  }
}
