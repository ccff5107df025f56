export type PictureType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

/** An image as a form carries it: its type and its bytes in base64. */
export interface Picture {
  type: PictureType;
  base64: string;
}

export type PictureFault = 'tooLarge' | 'notAnImage';

/** Reads an image file whatever its name says it is; what no browser could draw is no image. */
export async function readPicture(file: File, maximumBytes: number): Promise<Picture | PictureFault> {
  const type = recogniseType(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  if (type === null) return 'notAnImage';
  if (file.size > maximumBytes) return 'tooLarge';
  const picture = { type, base64: await toBase64(file) };
  return (await canBeDrawn(picture)) ? picture : 'notAnImage';
}

/** What an <img> shows. */
export function pictureAddress({ type, base64 }: Picture): string {
  return `data:${type};base64,${base64}`;
}

function recogniseType(head: Uint8Array): PictureType | null {
  const startsWith = (...bytes: number[]) => bytes.every((byte, place) => head[place] === byte);
  if (startsWith(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg';
  const text = new TextDecoder().decode(head);
  return /^\s*</.test(text) && /<svg[\s>]/i.test(text) ? 'image/svg+xml' : null;
}

async function toBase64(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => resolve(String(reader.result)));
  reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable file')));
  reader.readAsDataURL(file);
  const address = await promise;
  return address.slice(address.indexOf(',') + 1);
}

async function canBeDrawn(picture: Picture): Promise<boolean> {
  const image = new Image();
  image.src = pictureAddress(picture);
  try {
    await image.decode();
    return true;
  } catch {
    return false;
  }
}
