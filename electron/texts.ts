/** What the shell itself says: its menu and its questions. All other texts belong to the renderer. */
const spanish = {
  file: 'Archivo',
  openDataFolder: 'Abrir la carpeta de datos',
  closeWindow: 'Cerrar ventana',
  quit: 'Salir',
  edit: 'Editar',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  view: 'Ver',
  reload: 'Volver a cargar',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  resetZoom: 'Tamaño normal',
  fullScreen: 'Pantalla completa',
  developerTools: 'Herramientas de desarrollo',
  help: 'Ayuda',
  about: 'Acerca de Yachay',
  serviceEnded: 'Yachay no puede trabajar con sus datos.',
  serviceEndedDetail: (folder: string, exitCode: number) =>
    `La parte del programa que guarda los datos se cerró varias veces seguidas (código ${exitCode}). ` +
    `Lo que ya estaba guardado sigue en la carpeta:\n${folder}\n\n` +
    'Compruebe que el disco tenga espacio libre y que ningún otro programa use esa carpeta.',
  dataInUseDetail: (folder: string) =>
    `Yachay ya está abierto con estos datos, en otra ventana o en un navegador. Use esa ventana, o ciérrela y vuelva a intentar:\n${folder}`,
  pageEnded: 'La ventana de Yachay se cerró de forma inesperada.',
  pageEndedDetail: 'Lo que ya estaba guardado no se perdió.',
  startFailed: 'Yachay no pudo iniciarse.',
  tryAgain: 'Volver a intentar',
  unsaved: 'Hay datos sin guardar en esta ventana.',
  unsavedDetail: 'Si sale ahora, se pierde lo que escribió y aún no guardó.',
  stay: 'Quedarse',
  leave: 'Salir sin guardar',
  backups: 'Copias de seguridad',
  allFiles: 'Todos los archivos',
  pdf: 'Documento PDF',
  yachay: 'Paquete de Yachay',
  notSaved: 'No se guardó el archivo',
  notSavedDetail: (fileName: string) =>
    `«${fileName}» no está completo. Compruebe que la memoria USB siga conectada y tenga espacio, y guárdelo otra vez.`,
};

export type ShellTexts = typeof spanish;

const english: ShellTexts = {
  file: 'File',
  openDataFolder: 'Open the data folder',
  closeWindow: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  help: 'Help',
  about: 'About Yachay',
  serviceEnded: 'Yachay cannot work with its data.',
  serviceEndedDetail: (folder, exitCode) =>
    `The part of the program that keeps the data ended several times in a row (code ${exitCode}). ` +
    `What was already saved is still in this folder:\n${folder}\n\n` +
    'Check that the disk has free space and that no other program is using that folder.',
  dataInUseDetail: (folder: string) =>
    `Yachay is open with these data already, in another window or in a browser. Use that window, or close it and try again:\n${folder}`,
  pageEnded: 'The Yachay window ended unexpectedly.',
  pageEndedDetail: 'Nothing that was already saved has been lost.',
  startFailed: 'Yachay could not start.',
  tryAgain: 'Try again',
  unsaved: 'Something in this window is not saved.',
  unsavedDetail: 'If you leave now, what you typed and did not save is lost.',
  stay: 'Stay',
  leave: 'Leave without saving',
  backups: 'Backups',
  allFiles: 'All files',
  pdf: 'PDF document',
  yachay: 'Yachay packet',
  notSaved: 'The file was not saved',
  notSavedDetail: (fileName) =>
    `“${fileName}” is not complete. Check that the USB stick is still connected and has space, and save it again.`,
};

/** Spanish, unless the system speaks English. `locale` as Electron gives it: 'es-BO', 'en-US', 'qu'. */
export function shellTexts(locale: string): ShellTexts {
  return /^en\b/i.test(locale) ? english : spanish;
}
