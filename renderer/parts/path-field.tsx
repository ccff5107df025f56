import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { findShell } from '../lib/shell.ts';
import { TextField } from '../ui/fields/text-field.tsx';
import type { FieldProps } from '../ui/fields/use-field.ts';
import classes from './path-field.module.css';

type Chosen = 'folder' | 'backup';

/** The path of a folder or of a backup: typed, or chosen where there is a shell. A browser gives no paths away. */
export function PathField({ of, ...field }: FieldProps & { of: Chosen; autoFocus?: boolean }) {
  const { setValue } = useFormContext();
  const choose = (path: string) =>
    setValue(field.name, path, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  return <TextField {...field} inputContainer={besideChooser(of, choose)} />;
}

/** For an input's container: what puts the button beside it, and leaves label and faults above and below. */
export function besideChooser(of: Chosen, onChoose: (path: string) => void) {
  return (input: ReactNode) => (
    <BesideChooser of={of} onChoose={onChoose}>
      {input}
    </BesideChooser>
  );
}

interface BesideChooserProps {
  of: Chosen;
  onChoose(path: string): void;
  children: ReactNode;
}

function BesideChooser({ of, onChoose, children }: BesideChooserProps) {
  const { t } = useTranslation();
  const shell = findShell();
  if (shell === undefined) return children;
  const choose = async () => {
    const path = await (of === 'folder' ? shell.chooseFolder() : shell.chooseBackup());
    if (path !== null) onChoose(path);
  };
  return (
    <div className={classes['row']}>
      {children}
      <Button onClick={() => void choose()}>
        {t(of === 'folder' ? 'choosePath.folder' : 'choosePath.file')}
      </Button>
    </div>
  );
}
