import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offerEditMenu, showMenu } from '../../electron/menu.ts';
import { shellTexts } from '../../electron/texts.ts';
import { mainWindow, Menu, resetElectron, type MenuItem } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

function itemsUnder(label: string, locale: string, isMac = false): MenuItem[] {
  showMenu({ texts: shellTexts(locale), dataFolder: '/data', isMac, hasDeveloperTools: false });
  return Menu.applicationMenu.find((item) => item.label === label)?.submenu ?? [];
}

function clickRight(target: { isEditable: boolean; selectionText: string }): MenuItem[] {
  offerEditMenu(new BrowserWindow({}).webContents, shellTexts('es'));
  mainWindow().webContents.emit('context-menu', {}, target);
  return Menu.popUps.flat();
}

beforeEach(resetElectron);

describe('the menu bar', () => {
  it('names the editing commands and gives each its own role', () => {
    expect(itemsUnder('Editar', 'es-BO').map(({ label, role }) => [label, role])).toEqual([
      ['Deshacer', 'undo'],
      ['Rehacer', 'redo'],
      [undefined, undefined],
      ['Cortar', 'cut'],
      ['Copiar', 'copy'],
      ['Pegar', 'paste'],
      ['Seleccionar todo', 'selectAll'],
    ]);
  });

  it('leaves Ctrl+Z to the page, except on macOS, which edits only through its menu', () => {
    expect(itemsUnder('Editar', 'es-BO')[0]?.registerAccelerator).toBe(false);
    expect(itemsUnder('Editar', 'es-BO', true)[0]?.registerAccelerator).toBe(true);
  });

  it.each([
    ['es-BO', 'Archivo', 'Salir'],
    ['qu', 'Archivo', 'Salir'],
    ['en', 'File', 'Quit'],
    ['en-GB', 'File', 'Quit'],
  ])('in a system that speaks %s has %s with %s', (locale, menu, label) => {
    expect(itemsUnder(menu, locale).at(-1)?.label).toBe(label);
  });

  it('has every text in both languages', () => {
    const [spanish, english] = [shellTexts('es'), shellTexts('en')];
    expect(Object.keys(english)).toEqual(Object.keys(spanish));
    expect(english.serviceEndedDetail('/data', 7)).toContain('/data');
    expect(spanish.serviceEndedDetail('/data', 7)).toContain('(código 7)');
  });
});

describe('the menu under the right button', () => {
  it('offers to paste into a field and to copy selected text', () => {
    expect(clickRight({ isEditable: true, selectionText: '' }).map(({ role }) => role)).toContain('paste');
    resetElectron();
    expect(clickRight({ isEditable: false, selectionText: 'Mamani' })).toEqual([
      { label: 'Copiar', role: 'copy' },
    ]);
  });

  it('stays away elsewhere', () => {
    expect(clickRight({ isEditable: false, selectionText: '' })).toEqual([]);
  });
});
