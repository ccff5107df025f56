import { IconEraser } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceMark, attendanceMarkSchema } from '../../../domain/attendance.ts';
import classes from './mark-buttons.module.css';

interface MarkButtonsProps {
  onMark(mark: AttendanceMark | null): void;
}

const keepFocus = (event: MouseEvent) => event.preventDefault();

/** The four letters with their words: the legend, and how a mouse marks what is selected. The focus stays where it is. */
export function MarkButtons({ onMark }: MarkButtonsProps) {
  const { t } = useTranslation('attendance');
  return (
    <div className={classes['buttons']} role="group" aria-label={t('markSelection')}>
      {attendanceMarkSchema.options.map((mark) => (
        <button
          key={mark}
          type="button"
          className={classes['button']}
          aria-keyshortcuts={mark}
          onMouseDown={keepFocus}
          onClick={() => onMark(mark)}
        >
          <b data-mark={mark}>{mark}</b>
          <span>{t(`mark.${mark}`)}</span>
        </button>
      ))}
      <button
        type="button"
        className={classes['button']}
        aria-label={t('clearMark')}
        title={t('clearMark')}
        aria-keyshortcuts="Delete"
        onMouseDown={keepFocus}
        onClick={() => onMark(null)}
      >
        <IconEraser size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
