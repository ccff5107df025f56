import { contextBridge, ipcRenderer } from 'electron';
import type { ShellBridge } from '../domain/shell-bridge.ts';

// A port cannot cross the context bridge: it is handed to the page as a message of its own window.
ipcRenderer.on('service-port', (event) => {
  window.postMessage('service-port', window.location.origin, event.ports);
});

ipcRenderer.on('packet-handed', () => window.postMessage('packet-handed', window.location.origin));

contextBridge.exposeInMainWorld('yachayShell', {
  platform: process.platform,
  requestServicePort: () => ipcRenderer.invoke('request-service-port'),
  saveDocument: (documentId, suggestedName) => ipcRenderer.invoke('save-document', documentId, suggestedName),
  openDocument: (documentId) => ipcRenderer.invoke('open-document', documentId),
  chooseFolder: () => ipcRenderer.invoke('choose-folder'),
  chooseBackup: () => ipcRenderer.invoke('choose-backup'),
  takeHandedPacket: () => ipcRenderer.invoke('take-handed-packet'),
} satisfies ShellBridge);
