import { IconBan, IconCircleDashed, IconLock, IconPlayerPlay, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EditionStatus } from '../../domain/edition.ts';
import { StatusBadge } from '../ui/status-badge.tsx';

const looks = {
  planned: { tone: 'neutral', icon: IconCircleDashed },
  open: { tone: 'info', icon: IconUserPlus },
  running: { tone: 'success', icon: IconPlayerPlay },
  closed: { tone: 'neutral', icon: IconLock },
  cancelled: { tone: 'danger', icon: IconBan },
} as const;

/** Where an edition stands, the same on every page that lists editions. */
export function EditionStatusBadge({ status }: { status: EditionStatus }) {
  const { t } = useTranslation('editions');
  const { tone, icon } = looks[status];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </StatusBadge>
  );
}
