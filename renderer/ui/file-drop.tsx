import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-drop.module.css';

interface FileDropProps {
  label: string;
  hint?: string;
  /** Endings with their dot: ['.xlsx', '.csv']. */
  accept: readonly string[];
  onFile(file: File): void;
  error?: string | null;
  /** The file chosen so far, shown in place of the hint. */
  fileName?: string | null;
  compact?: boolean;
}

/** A place to drop a file on, or to choose one. */
export function FileDrop({
  label,
  hint,
  accept,
  onFile,
  error = null,
  fileName = null,
  compact,
}: FileDropProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
    if (input.current !== null) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={classes['drop']}
      data-over={isOver || undefined}
      data-compact={compact || undefined}
      data-error={error !== null || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={compact === true ? 22 : 32} stroke={1.4} aria-hidden />
      <div>
        <p className={classes['label']}>{label}</p>
        <p id={hintId} className={classes['hint']}>
          {fileName ?? hint ?? t('dropHint')}
        </p>
        {error !== null && (
          <p className={classes['error']} role="alert">
            {error}
          </p>
        )}
      </div>
      <Button aria-describedby={hintId} onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept.join(',')}
        aria-label={label}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
