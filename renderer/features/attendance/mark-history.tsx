import { useTranslation } from 'react-i18next';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import { HistoryList } from '../../parts/history/history-list.tsx';
import { SideSheet } from '../../ui/dialog.tsx';
import type { AttendanceRow } from './attendance-rows.ts';

/** One person in one session. */
export interface MarkPlace {
  readonly row: AttendanceRow;
  readonly session: Session;
}

/** Who changed a mark, from what to what, when and on which device. */
export function MarkHistory({ place, onClose }: { place: MarkPlace | null; onClose(): void }) {
  const { t } = useTranslation('history');
  const format = useFormat();
  return (
    <SideSheet opened={place !== null} onClose={onClose} title={t('mark.title')}>
      {place !== null && (
        <>
          <p>{t('mark.of', { name: place.row.name, date: format.weekdayDate(place.session.date) })}</p>
          <HistoryList
            subject={{ of: 'mark', sessionId: place.session.id, enrolmentId: place.row.enrolment.id }}
          />
        </>
      )}
    </SideSheet>
  );
}
