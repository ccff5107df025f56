import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { DocumentFile } from '../../domain/contract/documents.ts';
import type { ShellBridge } from '../../domain/shell-bridge.ts';
import { useToast } from '../ui/toast.tsx';
import { findShell } from '../lib/shell.ts';

/** Where a document is; both hosts serve it. */
export function documentAddress(document: DocumentFile): string {
  return `/documents/${document.id}.pdf`;
}

export interface DocumentActions {
  onPrint: () => void;
  onSave: () => void;
  /** Only where there is a shell: a browser has no way to another program. */
  onOpen?: () => void;
}

/** System codes that have a sentence of their own; see documents:saveFailed. */
const knownCodes = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EROFS']);

/** A browser saves what a link with a name points at. */
function download(document: DocumentFile): void {
  const link = window.document.createElement('a');
  link.href = documentAddress(document);
  link.download = document.fileName;
  link.click();
}

/**
 * What can be done with a document that was made: print it in a window of its own, save a copy, open it in the
 * system's viewer. Ctrl+P prints it for as long as it is on screen and not outdated.
 */
export function useDocumentActions(
  document: DocumentFile | null,
  isOutdated = false,
): DocumentActions | null {
  const { t } = useTranslation('documents');
  const toast = useToast();
  const shell = findShell();

  const print = (file: DocumentFile) => {
    window.open(documentAddress(file), '_blank');
  };
  const saveInShell = async ({ saveDocument }: ShellBridge, file: DocumentFile) => {
    const outcome = await saveDocument(file.id, file.fileName);
    if (outcome.outcome === 'saved')
      toast.show({ text: t('saved', { path: outcome.path }), tone: 'success' });
    if (outcome.outcome === 'failed') {
      const code = knownCodes.has(outcome.code) ? outcome.code : 'other';
      toast.show({ text: t(`saveFailed.${code}`, { code: outcome.code }), tone: 'danger' });
    }
  };
  const openInShell = async ({ openDocument }: ShellBridge, file: DocumentFile) => {
    const outcome = await openDocument(file.id);
    if (outcome.outcome === 'failed')
      toast.show({ text: t('openFailed', { reason: outcome.reason }), tone: 'danger' });
  };

  const isShown = document !== null && !isOutdated;
  useHotkeys([['mod+P', () => isShown && print(document), { preventDefault: isShown }]], []);
  if (document === null) return null;
  return {
    onPrint: () => print(document),
    onSave: () => (shell === undefined ? download(document) : void saveInShell(shell, document)),
    ...(shell === undefined ? {} : { onOpen: () => void openInShell(shell, document) }),
  };
}
