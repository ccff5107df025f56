import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Salvage } from '../../../domain/backup.ts';
import { useFormat } from '../../lib/format.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './recovery-page.module.css';
import { useEnterOffice } from './use-enter-office.ts';

interface RecoveryDoneProps {
  result: { setAside: string | null; salvage: Salvage | null };
}

/** What came of it, and the way in. */
export function RecoveryDone({ result }: RecoveryDoneProps) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const enterOffice = useEnterOffice();
  const { salvage, setAside } = result;
  const read = salvage?.tables.reduce((sum, table) => sum + table.read, 0) ?? 0;
  const gaps = salvage?.tables.reduce((sum, table) => sum + table.gaps, 0) ?? 0;
  return (
    <div className={classes['stack']}>
      <Notice tone="success" title={t('done')}>
        {salvage === null
          ? t('doneText')
          : t('salvaged', {
              read: format.number(read),
              count: gaps,
              brought: format.number(salvage.brought),
            })}
      </Notice>
      {setAside !== null && <p>{t('setAside', { path: setAside })}</p>}
      <DialogActions>
        <Button variant="filled" autoFocus onClick={() => void enterOffice()}>
          {t('enter')}
        </Button>
      </DialogActions>
    </div>
  );
}
