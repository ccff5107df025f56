import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AccreditationStatus, accreditationStatusSchema } from '../../../../domain/accreditation.ts';
import classes from './cascade.module.css';

const tones: Readonly<Record<AccreditationStatus, string>> = {
  candidate: 'info',
  accredited: 'success',
  dueSoon: 'warning',
  lapsed: 'danger',
  suspended: 'neutral',
};

interface StatusMarkProps {
  status: AccreditationStatus;
  reason?: string;
}

/** How somebody's accreditation stands, by the letter and the colour that it has in the drawing; and why, for who asks. */
export function StatusMark({ status, reason }: StatusMarkProps) {
  const { t } = useTranslation('trainers');
  const word = t(`status.${status}`);
  const said = reason === undefined ? word : t('drawing.standing', { status: word, written: reason });
  const [ink, tint] = [`var(--y-${tones[status]}-ink)`, `var(--y-${tones[status]}-tint)`];
  return (
    <Box
      component="span"
      className={classes['mark']}
      __vars={{ '--ink': ink, '--tint': tint }}
      role="img"
      aria-label={said}
      title={said}
    >
      {t(`letter.${status}`)}
    </Box>
  );
}

/** What letters and colours stand for. */
export function StatusLegend() {
  const { t } = useTranslation('trainers');
  return (
    <ul className={classes['legend']} aria-label={t('drawing.legend')}>
      {accreditationStatusSchema.options.map((status) => (
        <li key={status}>
          <span aria-hidden>
            <StatusMark status={status} />
          </span>
          {t(`status.${status}`)}
        </li>
      ))}
      <li>{t('drawing.sizes')}</li>
    </ul>
  );
}
