import { useParams } from '@tanstack/react-router';
import { HistoryList } from '../../parts/history/history-list.tsx';

/** Everything that was done to an edition: its data, sessions, people, marks, grades and certificates. */
export function EditionHistoryTab() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  return <HistoryList subject={{ of: 'edition', editionId }} />;
}
