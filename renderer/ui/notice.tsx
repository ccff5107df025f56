import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconXboxX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notice.module.css';
import type { Tone } from './tone.ts';

const icons = {
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconXboxX,
  info: IconInfoCircle,
  neutral: IconInfoCircle,
};

interface NoticeProps {
  tone: Tone;
  title?: string;
  action?: ReactNode;
  onClose?: () => void;
  children?: ReactNode;
}

/** Something the page has to say, with what can be done about it. A danger is read aloud at once. */
export function Notice({ tone, title, action, onClose, children }: NoticeProps) {
  const { t } = useTranslation();
  const Icon = icons[tone];
  return (
    <div className={classes['notice']} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={19} stroke={1.75} aria-hidden className={classes['icon']} />
      <div className={classes['body']}>
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
      {onClose !== undefined && <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />}
    </div>
  );
}
