import { ActionIcon, Popover } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttendancePolicy } from '../../../domain/office.ts';
import { useFormat } from '../../lib/format.ts';
import { Shortcut } from '../../ui/shortcut.tsx';
import classes from './grid-help.module.css';

const shortcuts = [
  { keys: 'P A F L', text: 'mark' },
  { keys: 'delete', text: 'clear' },
  { keys: 'Shift+↓', text: 'range' },
  { keys: 'Ctrl+C', text: 'copy' },
  { keys: 'Ctrl+Z', text: 'undo' },
  { keys: 'Alt+↓', text: 'menu' },
  { keys: 'H', text: 'history' },
] as const;

interface GridHelpProps {
  policy: AttendancePolicy;
  minimum: number;
}

/** The keys of the grid, and how the percentages are counted. */
export function GridHelp({ policy, minimum }: GridHelpProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const { latesPerAbsence: count, leave } = policy;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('help.open')} title={t('help.open')}>
          <IconKeyboard size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('help.open')}>
        <div className={classes['help']} tabIndex={-1} data-autofocus>
          <dl className={classes['keys']}>
            {shortcuts.map(({ keys, text }) => (
              <div key={text}>
                <dt>
                  <Shortcut keys={keys === 'delete' ? t('help.deleteKey') : keys} />
                </dt>
                <dd>{t(`help.${text}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('help.minimum', { minimum: format.percent(minimum) })}</p>
          <p>{count === null ? t('help.lateIsPresent') : t('help.lates', { count })}</p>
          <p>{t(`help.leave.${leave}`)}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
