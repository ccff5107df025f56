import { useTranslation } from 'react-i18next';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import { useToast } from '../../ui/toast.tsx';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { listUnmarked } from './grid-commands.ts';

/** Marks present whoever has no mark yet in a session, and says how many; no mark is overwritten. */
export function useMarkAllPresent(store: AttendanceStore, rows: readonly AttendanceRow[]) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const toast = useToast();
  return (session: Session) => {
    const cells = listUnmarked(store, rows, session.id);
    const date = format.weekdayDate(session.date);
    if (cells.length === 0) return toast.show({ text: t('allMarked', { date }) });
    store.set(cells.map((cell) => ({ ...cell, value: 'P' })));
    const takeBack = async () => store.set(cells.map((cell) => ({ ...cell, value: null })));
    return toast.show({ text: t('markedPresent', { count: cells.length, date }), undo: takeBack });
  };
}
