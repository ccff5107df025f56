import {
  type Icon,
  IconAlertTriangle,
  IconArrowsSplit,
  IconPackage,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, dayInBolivia, type Instant, toInstant } from '../../domain/calendar-date.ts';
import { useApi } from '../lib/api.tsx';
import { useFormat } from '../lib/format.ts';
import { useOfferedPackets } from '../lib/offered-packets.tsx';
import { useSession } from '../lib/session.tsx';
import { AddressLink } from '../ui/address-link.tsx';
import classes from './safekeeping-line.module.css';

/** So that 'today' does not stand there tomorrow. */
const askAgainMs = 10 * 60_000;
const conflictsAddress = '/por-resolver';

/** The last backup, packets that wait and what is to be resolved, each leading to where it is seen to. */
export function SafekeepingLine() {
  const { t } = useTranslation('app');
  const api = useApi();
  const { can } = useSession();
  const { files } = useOfferedPackets();
  const describeMoment = useMomentWords();
  // What is resolved there is written like any other work, by which nobody asks here: hence once more on leaving.
  const isResolving = useLocation({ select: ({ pathname }) => pathname === conflictsAddress });
  const { data, dataUpdatedAt } = useQuery(
    api.safekeeping.state.queryOptions({
      enabled: !isResolving,
      staleTime: 0,
      refetchInterval: askAgainMs,
    }),
  );
  if (data === undefined) return null;
  const { lastBackup, isBackupOverdue, packetsAside, toResolve } = data;
  const waiting = can('trainer') ? packetsAside + files.length : 0;
  const when = lastBackup === null ? '' : describeMoment(lastBackup, toInstant(dataUpdatedAt));
  const backupWords = isBackupOverdue ? 'safekeeping.overdue' : 'safekeeping.backup';
  return (
    <ul className={classes['line']} aria-label={t('safekeeping.label')}>
      <Entry
        to="/datos/respaldos"
        icon={isBackupOverdue ? IconAlertTriangle : IconShieldCheck}
        words={lastBackup === null ? t('safekeeping.never') : t(backupWords, { when })}
        figure={lastBackup === null ? t('safekeeping.none') : when}
        isFirst
        isWarning={isBackupOverdue}
      />
      {waiting > 0 && (
        <Entry
          to="/datos"
          icon={IconPackage}
          words={t('safekeeping.waiting', { count: waiting })}
          figure={String(waiting)}
        />
      )}
      {toResolve > 0 && !isResolving && (
        <Entry
          to={conflictsAddress}
          icon={IconArrowsSplit}
          words={t('safekeeping.toResolve', { count: toResolve })}
          figure={String(toResolve)}
        />
      )}
    </ul>
  );
}

interface EntryProps {
  to: string;
  icon: Icon;
  words: string;
  /** In place of the words where there is little room. */
  figure: string;
  /** Keeps its words longest. */
  isFirst?: boolean;
  isWarning?: boolean;
}

function Entry({ to, icon: EntryIcon, words, figure, isFirst, isWarning }: EntryProps) {
  return (
    <li>
      <AddressLink
        to={to}
        className={classes['entry'] ?? ''}
        title={words}
        data-first={isFirst || undefined}
        data-warning={isWarning || undefined}
      >
        <EntryIcon size={15} stroke={1.75} aria-hidden />
        <span className={classes['words']}>{words}</span>
        <span className={classes['figure']} aria-hidden>
          {figure}
        </span>
      </AddressLink>
    </li>
  );
}

/** 'hoy 18:30', 'ayer 18:30', then '12 nov'. */
function useMomentWords(): (moment: Instant, now: Instant) => string {
  const { t } = useTranslation('app');
  const format = useFormat();
  return (moment, now) => {
    const [day, today] = [dayInBolivia(moment), dayInBolivia(now)];
    const time = format.time(moment);
    if (day === today) return t('safekeeping.today', { time });
    return day === addDays(today, -1) ? t('safekeeping.yesterday', { time }) : format.shortDate(day);
  };
}
