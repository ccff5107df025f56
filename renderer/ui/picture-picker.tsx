import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.ts';
import { FileDrop } from './file-drop.tsx';
import classes from './picture-picker.module.css';
import { type Picture, pictureAddress, readPicture } from './read-picture.ts';

const bytesOfMegabyte = 1_000_000;

interface PicturePickerProps {
  label: string;
  /** Says what the picture shows, for whoever does not see it. */
  description: string;
  value: Picture | null;
  maximumBytes: number;
  onChange(picture: Picture | null): void;
}

/** A picture, dropped or chosen, shown as it will be printed: on white. */
export function PicturePicker({ label, description, value, maximumBytes, onChange }: PicturePickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [error, setError] = useState<string | null>(null);
  const megabytes = (bytes: number) => format.number(Math.ceil(bytes / (bytesOfMegabyte / 10)) / 10);
  const take = async (file: File) => {
    const read = await readPicture(file, maximumBytes);
    if (typeof read === 'object') {
      setError(null);
      onChange(read);
    } else {
      setError(t(`picture.${read}`, { size: megabytes(file.size), max: megabytes(maximumBytes) }));
    }
  };
  return (
    <div className={classes['picker']}>
      {value !== null && (
        <div className={classes['shown']}>
          <img className={classes['picture']} src={pictureAddress(value)} alt={description} />
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('picture.remove')}
          </Button>
        </div>
      )}
      <FileDrop
        label={label}
        hint={t('picture.hint', { max: megabytes(maximumBytes) })}
        accept={['.png', '.jpg', '.jpeg', '.svg']}
        onFile={(file) => void take(file)}
        error={error}
      />
    </div>
  );
}
