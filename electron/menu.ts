import { Menu, shell, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { ShellTexts } from './texts.ts';

export interface MenuSettings {
  readonly texts: ShellTexts;
  readonly dataFolder: string;
  readonly isMac: boolean;
  readonly hasDeveloperTools: boolean;
}

export function showMenu(settings: MenuSettings): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(settings)));
}

export function menuTemplate(settings: MenuSettings): MenuItemConstructorOptions[] {
  const { texts, dataFolder, isMac, hasDeveloperTools } = settings;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: texts.file,
      submenu: [
        { label: texts.openDataFolder, click: () => void shell.openPath(dataFolder) },
        separator,
        { label: texts.closeWindow, role: 'close' },
        { label: texts.quit, role: 'quit' },
      ],
    },
    { label: texts.edit, submenu: editItems(texts, isMac) },
    {
      label: texts.view,
      submenu: [
        { label: texts.zoomIn, role: 'zoomIn' },
        { label: texts.zoomOut, role: 'zoomOut' },
        { label: texts.resetZoom, role: 'resetZoom' },
        separator,
        { label: texts.reload, role: 'reload' },
        { label: texts.fullScreen, role: 'togglefullscreen' },
        ...(hasDeveloperTools
          ? [{ label: texts.developerTools, role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]
          : []),
      ],
    },
    { label: texts.help, role: 'help', submenu: [{ label: texts.about, role: 'about' }] },
  ];
}

/** Electron has no menu of its own under the right button; offers copy and paste where they make sense. */
export function offerEditMenu(contents: WebContents, texts: ShellTexts): void {
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const copy: MenuItemConstructorOptions = { label: texts.copy, role: 'copy' };
    if (isEditable) Menu.buildFromTemplate(editItems(texts, false)).popup();
    else if (selectionText !== '') Menu.buildFromTemplate([copy]).popup();
  });
}

/**
 * The page has its own Ctrl+Z. Outside macOS the keys of these items are shown but not taken, and Chromium
 * edits text without a menu; macOS edits only through the menu.
 */
function editItems(texts: ShellTexts, isMac: boolean): MenuItemConstructorOptions[] {
  const keys = { registerAccelerator: isMac };
  return [
    { label: texts.undo, role: 'undo', ...keys },
    { label: texts.redo, role: 'redo', ...keys },
    { type: 'separator' },
    { label: texts.cut, role: 'cut', ...keys },
    { label: texts.copy, role: 'copy', ...keys },
    { label: texts.paste, role: 'paste', ...keys },
    { label: texts.selectAll, role: 'selectAll', ...keys },
  ];
}
