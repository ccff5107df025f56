import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../domain/booking.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './bookings.module.css';
import { useBookingWords } from './use-booking-words.ts';

const mostShown = 4;

/** Who or what a session would take at a time when it is taken already. It is said, and the office decides. */
export function BookedNotice({ clashes }: { clashes: readonly Booking[] }) {
  const { t } = useTranslation('calendar');
  const words = useBookingWords();
  if (clashes.length === 0) return null;
  const more = clashes.length - mostShown;
  return (
    <Notice tone="warning" title={t('booking.title')}>
      <ul className={classes['clashes']}>
        {clashes.slice(0, mostShown).map((clash) => (
          <li key={`${clash.sessionId} ${clash.taken.of === 'room' ? '' : clash.taken.personId}`}>
            {words(clash)}
          </li>
        ))}
        {more > 0 && <li>{t('booking.more', { count: more })}</li>}
      </ul>
      {t('booking.allowed')}
    </Notice>
  );
}
