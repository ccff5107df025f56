/** Hands bytes made in the page to the browser as a download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next task; the address would otherwise keep the bytes in memory.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
