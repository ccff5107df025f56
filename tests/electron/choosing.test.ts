import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseBackup, chooseFolder } from '../../electron/choosing.ts';
import { shellTexts } from '../../electron/texts.ts';
import { dialog, resetElectron } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

beforeEach(resetElectron);

describe("the system's dialog", () => {
  it('over the window that asked, answers the folder that was chosen', async () => {
    const window = new BrowserWindow({});
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['E:\\Yachay'] });
    expect(await chooseFolder(window.webContents)).toBe('E:\\Yachay');
    expect(dialog.showOpenDialog).toHaveBeenCalledExactlyOnceWith(window, {
      properties: ['openDirectory', 'createDirectory'],
    });
  });

  it('answers the file of a backup, and shows those first', async () => {
    const window = new BrowserWindow({});
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['E:\\yachay.db.age'] });
    expect(await chooseBackup(window.webContents, shellTexts('es-BO'))).toBe('E:\\yachay.db.age');
    expect(dialog.showOpenDialog.mock.lastCall?.[1]).toMatchObject({
      properties: ['openFile'],
      filters: [{ name: 'Copias de seguridad', extensions: ['db', 'age'] }, { extensions: ['*'] }],
    });
  });

  it('answers nothing when the user thinks better of it', async () => {
    const window = new BrowserWindow({});
    expect(await chooseFolder(window.webContents)).toBeNull();
    expect(await chooseBackup(window.webContents, shellTexts('en'))).toBeNull();
  });
});
