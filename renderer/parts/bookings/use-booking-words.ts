import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../domain/booking.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';

/** 'Rojas, Ana: martes 3 de marzo, 14:30 a 16:30, PAN-2026-01'. */
export function useBookingWords(): (booking: Booking) => string {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (booking) =>
    t('booking.line', {
      taken: booking.taken.of === 'room' ? booking.taken.room : booking.taken.name,
      date: format.weekdayDate(booking.date),
      from: booking.startsAt,
      to: endOfSession(booking),
      edition: booking.edition?.editionCode ?? t('booking.otherEdition'),
    });
}
