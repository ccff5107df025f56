import { HistoryList } from '../../parts/history/history-list.tsx';

const office = { of: 'office' } as const;

/** Everything that was done to the office: its data, signatories, programmes, computers and users. */
export function SettingsHistoryPage() {
  return <HistoryList subject={office} />;
}
