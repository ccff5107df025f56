import { Button, TextInput } from '@mantine/core';
import { IconFolder, IconFolderUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { besideChooser } from '../../parts/path-field.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './data.module.css';

interface FolderDialogProps {
  title: string;
  initial: string;
  submitLabel: string;
  onClose(): void;
  /** What it throws is shown; otherwise the dialog closes. */
  onChoose(folder: string): Promise<unknown>;
}

/** Choosing a folder of this PC or a stick: by its path, or by going through the folders. */
export function FolderDialog({ title, initial, submitLabel, onClose, onChoose }: FolderDialogProps) {
  const { t } = useTranslation('data');
  const describeError = useDescribeError();
  const [path, setPath] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const choose = async () => {
    try {
      await onChoose(path.trim());
      onClose();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <div className={classes['stack']}>
        <TextInput
          label={t('folder.path')}
          description={t('folder.pathHint')}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          inputContainer={besideChooser('folder', setPath)}
          data-autofocus
        />
        <FolderBrowser folder={path.trim() === '' ? null : path.trim()} onGo={setPath} />
        {error !== null && <Notice tone="danger">{describeError(error)}</Notice>}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button variant="filled" disabled={path.trim() === ''} onClick={() => void choose()}>
            {submitLabel}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

/** The folders below the one that is named; going into one names it. */
function FolderBrowser({ folder, onGo }: { folder: string | null; onGo(folder: string): void }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const { data } = useQuery(
    api.backups.browse.queryOptions({ input: { folder }, placeholderData: (before) => before }),
  );
  if (data === undefined) return null;
  const { parent, folders } = data;
  return (
    <ul className={classes['folders']} aria-label={t('folder.folders')}>
      {parent !== null && (
        <li>
          <Button
            variant="subtle"
            leftSection={<IconFolderUp size={16} aria-hidden />}
            onClick={() => onGo(parent)}
          >
            {t('folder.up')}
          </Button>
        </li>
      )}
      {folders.map(({ path, name }) => (
        <li key={path}>
          <Button
            variant="subtle"
            leftSection={<IconFolder size={16} aria-hidden />}
            onClick={() => onGo(path)}
          >
            {name}
          </Button>
        </li>
      ))}
    </ul>
  );
}
