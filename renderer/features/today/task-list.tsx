import { Button } from '@mantine/core';
import {
  type Icon,
  IconCalendarPlus,
  IconCertificate,
  IconClipboardText,
  IconDatabaseImport,
  IconDatabaseExclamation,
  IconFlag,
  IconInbox,
  IconPlayerPlay,
  IconUserExclamation,
  IconUserPlus,
  IconUserX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationStatus } from '../../../domain/accreditation.ts';
import type { AccreditationTask, EditionTask, Task, TodaySession } from '../../../domain/today.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';
import { useDuplicateCount } from '../../parts/duplicates/use-duplicates.ts';
import { useConflictCount } from '../../parts/use-conflict-count.ts';
import { AddressLink } from '../../ui/address-link.tsx';
import { Section } from '../../ui/section.tsx';
import { roomAddress } from './session-facts.ts';
import { ConflictsTask } from './conflicts-task.tsx';
import { DuplicatesTask } from './duplicates-task.tsx';
import classes from './today.module.css';
import { canDoTask } from './urgent.ts';

const icons: Record<Task['kind'], Icon> = {
  unrecordedSession: IconClipboardText,
  editionToStart: IconPlayerPlay,
  editionToClose: IconFlag,
  certificatesToIssue: IconCertificate,
  editionWithoutSessions: IconCalendarPlus,
  freeSeats: IconUserPlus,
  requestsToAnswer: IconInbox,
  leadNotAccredited: IconUserExclamation,
  accreditationLapsed: IconUserX,
  accreditationDueSoon: IconUserExclamation,
  packetsToBring: IconDatabaseImport,
  backupOverdue: IconDatabaseExclamation,
  secondPlaceOverdue: IconDatabaseExclamation,
};

/** So many are shown at first. */
const shortList = 8;

interface TaskListProps {
  tasks: readonly Task[];
  /** What carries the accent. */
  urgent: TodaySession | Task | null;
}

/** What waits for whoever is signed in, most urgent first: one sentence and one button each. */
export function TaskList({ tasks, urgent }: TaskListProps) {
  const { t } = useTranslation('today');
  const { can } = useSession();
  const [isWhole, setIsWhole] = useState(false);
  const mine = tasks.filter((task) => canDoTask(task, can));
  const conflicts = useConflictCount();
  const duplicates = useDuplicateCount();
  const isEmpty = mine.length === 0 && conflicts === null && duplicates === null;
  const shown = isWhole ? mine : mine.slice(0, shortList);
  return (
    <Section title={t('tasks.title')}>
      {isEmpty && <p className={classes['none']}>{t('tasks.none')}</p>}
      {!isEmpty && (
        <ul className={classes['rows']}>
          {conflicts !== null && <ConflictsTask count={conflicts} />}
          {shown.map((task) => (
            <TaskRow key={keyOf(task)} task={task} isUrgent={task === urgent} />
          ))}
          {duplicates !== null && <DuplicatesTask count={duplicates} />}
        </ul>
      )}
      {shown.length < mine.length && (
        <div>
          <Button variant="subtle" onClick={() => setIsWhole(true)}>
            {t('tasks.more', { count: mine.length - shown.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function TaskRow({ task, isUrgent }: { task: Task; isUrgent: boolean }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const Sign = icons[task.kind];
  const { count, date } = task;
  const detail = useDetail(task);
  const values = {
    course: 'courseTitle' in task ? task.courseTitle : null,
    name: 'name' in task ? task.name : null,
    date: format.weekdayDate(date),
    ...(date === null && { context: 'never' }),
    ...(count === null ? {} : { count }),
  };
  return (
    <li className={classes['row']}>
      <Sign size={20} stroke={1.6} aria-hidden className={classes['sign']} />
      <div className={classes['what']}>
        <span>{t(`tasks.${task.kind}.sentence`, values)}</span>
        {detail !== null && <span className={classes['detail']}>{detail}</span>}
      </div>
      <Button component={AddressLink} to={addressOf(task)} variant={isUrgent ? 'filled' : 'default'}>
        {t(`tasks.${task.kind}.button`)}
      </Button>
    </li>
  );
}

/** What stands below the sentence: the code of an edition, or why an accreditation is over. */
function useDetail(task: Task): string | null {
  const { writeReason } = useAccreditationWords();
  if (isEditionTask(task)) return task.editionCode;
  return isAccreditationTask(task) && task.count === null ? `${writeReason(task.state)}.` : null;
}

function isAccreditationTask(task: Task): task is AccreditationTask {
  return 'personId' in task;
}

function isEditionTask(task: Task): task is EditionTask {
  return 'editionId' in task;
}

function keyOf(task: Task): string {
  if (isAccreditationTask(task)) return `${task.kind} ${task.courseId} ${task.level} ${task.personId}`;
  return isEditionTask(task) ? `${task.kind} ${task.editionId} ${task.sessionId ?? ''}` : task.kind;
}

/** The page where the task is done. */
function addressOf(task: Task): string {
  if (isAccreditationTask(task)) return addressOfAccreditation(task);
  if (!isEditionTask(task)) return task.kind === 'packetsToBring' ? '/datos' : '/datos/respaldos';
  const { kind, editionId, sessionId } = task;
  const edition = `/ediciones/${editionId}`;
  const addresses: Record<EditionTask['kind'], string> = {
    unrecordedSession: sessionId === null ? `${edition}/asistencia` : roomAddress({ editionId, sessionId }),
    editionToStart: edition,
    editionToClose: `${edition}/cierre`,
    certificatesToIssue: `${edition}/certificados`,
    editionWithoutSessions: `${edition}/sesiones`,
    freeSeats: edition,
    requestsToAnswer: `${edition}?shown=requested`,
    leadNotAccredited: edition,
  };
  return addresses[kind];
}

function addressOfAccreditation({ kind, personId, courseId, count }: AccreditationTask): string {
  if (count === null) return `/capacitadores/${personId}`;
  const status: AccreditationStatus = kind === 'accreditationLapsed' ? 'lapsed' : 'dueSoon';
  return `/capacitadores?${new URLSearchParams({ status, courseId }).toString()}`;
}
