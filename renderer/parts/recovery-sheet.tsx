import { Button, Checkbox } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../lib/api.tsx';
import { useDescribeError } from '../lib/errors.ts';
import { useLongTask } from '../lib/use-long-task.ts';
import { usePaper } from '../lib/use-paper.ts';
import { Notice } from '../ui/notice.tsx';
import { ProgressPanel } from '../ui/progress-panel.tsx';
import classes from './recovery-sheet.module.css';
import { useDocumentActions } from './use-document-actions.ts';

interface RecoverySheetProps {
  /** In groups, as the service has just made it; it is shown this once. */
  code: string;
  doneLabel: string;
  onDone(): void;
}

/** The recovery code on screen, and its sheet to print; the sheet is deleted as soon as this is left. */
export function RecoverySheet({ code, doneLabel, onDone }: RecoverySheetProps) {
  const { t } = useTranslation('access');
  const describeError = useDescribeError();
  const task = useSheetTask(code);
  const actions = useDocumentActions(task.result);
  const [isKept, setIsKept] = useState(false);
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true };
  return (
    <div className={classes['sheet']}>
      <p>{t('recovery.what')}</p>
      <div className={classes['code']} role="group" aria-label={t('recovery.code')}>
        {code.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </div>
      <p>{t('recovery.once')}</p>
      {task.state === 'running' && <ProgressPanel label={t('recovery.making')} progress={task.progress} />}
      {task.state === 'failed' && <Notice tone="danger">{describeError(task.error)}</Notice>}
      <div className={classes['tools']}>
        <Button
          variant="filled"
          leftSection={<IconPrinter {...icon} />}
          disabled={actions === null}
          onClick={() => actions?.onPrint()}
          data-autofocus
        >
          {t('recovery.print')}
        </Button>
        <Button
          leftSection={<IconDeviceFloppy {...icon} />}
          disabled={actions === null}
          onClick={() => actions?.onSave()}
        >
          {t('recovery.save')}
        </Button>
      </div>
      <Checkbox
        label={t('recovery.kept')}
        checked={isKept}
        onChange={(event) => setIsKept(event.currentTarget.checked)}
      />
      <div className={classes['done']}>
        <Button disabled={!isKept} onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </div>
  );
}

/** Makes the sheet once the paper is known, and has it deleted on leaving. */
function useSheetTask(code: string) {
  const api = useApi();
  const { paper } = usePaper();
  const task = useLongTask(api.users.printRecoverySheet.call);
  const start = useRef(task.start);
  useEffect(() => {
    if (paper !== null) void start.current({ code, paper });
  }, [code, paper]);
  useEffect(
    () => () => {
      // Signed out or locked meanwhile: then the service has deleted it already.
      void api.users.discardRecoverySheet.call().catch(() => null);
    },
    [api],
  );
  return task;
}
