import { EventEmitter } from 'node:events';
import { session as electronSession } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerDownloads } from '../../electron/downloads.ts';
import { shellTexts } from '../../electron/texts.ts';
import { ContentsDouble, dialog, resetElectron, session } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const packetName = 'Yachay PC de Rosa 2026-11-22 1830.yachay';
const packetAddress = 'blob:app://yachay/0c5b6f1e-6d0e-4c39-9a57-0f1f6f6c8e4a';
const documentAddress = 'app://yachay/documents/0Ab1Cd2Ef3Gh4Ij5Kl6Mn7.pdf';

class DownloadDouble extends EventEmitter {
  savePath = '';
  url: string;
  fileName: string;
  setSaveDialogOptions = vi.fn<(options: unknown) => void>();
  getURL = (): string => this.url;
  getFilename = (): string => this.fileName;
  getSavePath = (): string => this.savePath;

  constructor(url: string, fileName: string) {
    super();
    this.url = url;
    this.fileName = fileName;
  }
}

/** Begins a download as Chromium would; answers it, and whether it was let through. */
function download(
  url: string,
  fileName: string,
  from: { url: string; title?: string } = { url: 'app://yachay/datos' },
): { item: DownloadDouble; isAllowed: boolean } {
  const item = new DownloadDouble(url, fileName);
  const preventDefault = vi.fn<() => void>();
  session.defaultSession.emit(
    'will-download',
    { preventDefault },
    item,
    Object.assign(new ContentsDouble(), from),
  );
  return { item, isAllowed: preventDefault.mock.calls.length === 0 };
}

beforeEach(() => {
  resetElectron();
  answerDownloads(electronSession.defaultSession, shellTexts('es-BO'));
});

describe('saving a packet that the page made', () => {
  it('asks where, with the name of the packet, in the documents the first time', () => {
    const { item, isAllowed } = download(packetAddress, packetName);
    expect(isAllowed).toBe(true);
    expect(item.setSaveDialogOptions).toHaveBeenCalledExactlyOnceWith({
      defaultPath: `/home/office/documents/${packetName}`,
      filters: [{ name: 'Paquete de Yachay', extensions: ['yachay'] }],
    });
  });

  it('offers the stick again where the last one went', () => {
    const { item } = download(packetAddress, packetName);
    item.savePath = `/media/usb/${packetName}`;
    item.emit('done', {}, 'completed');
    expect(download(packetAddress, packetName).item.setSaveDialogOptions.mock.lastCall?.[0]).toMatchObject({
      defaultPath: `/media/usb/${packetName}`,
    });
  });

  it('lets no name lead out of the folder', () => {
    const { item } = download(packetAddress, '../../.bashrc.yachay');
    expect(item.setSaveDialogOptions.mock.lastCall?.[0]).toMatchObject({
      defaultPath: '/home/office/documents/bashrc.yachay',
    });
  });

  it('says so where it was cut off, and nothing where the user thought better of it', () => {
    download(packetAddress, packetName).item.emit('done', {}, 'cancelled');
    expect(dialog.showErrorBox).not.toHaveBeenCalled();
    download(packetAddress, packetName).item.emit('done', {}, 'interrupted');
    expect(dialog.showErrorBox).toHaveBeenCalledOnce();
    expect(dialog.showErrorBox.mock.lastCall?.[1]).toContain(packetName);
  });
});

describe("the viewer's own button", () => {
  it('saves the document under its title', () => {
    const { item, isAllowed } = download(documentAddress, '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7.pdf', {
      url: documentAddress,
      title: 'Lista de firmas: PAN-1',
    });
    expect(isAllowed).toBe(true);
    expect(item.setSaveDialogOptions.mock.lastCall?.[0]).toMatchObject({
      defaultPath: '/home/office/documents/Lista de firmas PAN-1.pdf',
    });
  });
});

describe('any other download', () => {
  it.each([
    ['https://example.org/paquete.yachay', packetName],
    ['blob:https://example.org/0c5b6f1e', packetName],
    ['blob:app://yachay.example/0c5b6f1e', packetName],
    [packetAddress, 'programa.exe'],
    [packetAddress, 'sin-nombre'],
    ['app://yachay/assets/index.js', 'index.js'],
    ['data:text/html,x', packetName],
  ])('is refused: %s as %s', (url, fileName) => {
    const { item, isAllowed } = download(url, fileName);
    expect(isAllowed).toBe(false);
    expect(item.setSaveDialogOptions).not.toHaveBeenCalled();
  });

  it('is refused from a window that is not a page of ours', () => {
    expect(download(packetAddress, packetName, { url: documentAddress }).isAllowed).toBe(false);
  });
});
