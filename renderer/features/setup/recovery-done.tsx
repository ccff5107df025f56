import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Salvage } from '../../../domain/backup.ts';
import { useFormat } from '../../lib/format.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import classes from './recovery-page.module.css';
import { useEnterOffice } from './use-enter-office.ts';

interface RecoveryDoneProps {
  words: 'damaged' | 'join';
  usedBackup: boolean;
  result: { setAside: string | null; salvage: Salvage | null };
}

/** What came of it, what else will be needed, and the way in. */
export function RecoveryDone({ words, usedBackup, result }: RecoveryDoneProps) {
  const { t } = useTranslation('recovery');
  const enterOffice = useEnterOffice();
  const salvaged = useSalvagedWords(usedBackup);
  const { salvage, setAside } = result;
  return (
    <Entrance>
      <title>{t(`${words}.pageTitle`)}</title>
      <h1>{t(`${words}.doneTitle`)}</h1>
      <p className={entrance['lead']} role="status">
        {usedBackup && t(`${words}.doneText`)} {salvage !== null && salvaged(salvage)}
      </p>
      <div className={classes['stack']}>
        <Notice tone="info" title={t(`${words}.next`)}>
          {t(`${words}.nextText`)}
        </Notice>
        {setAside !== null && <p className={classes['path']}>{t('setAside', { path: setAside })}</p>}
        <DialogActions>
          <Button variant="filled" autoFocus onClick={() => void enterOffice()}>
            {t('enter')}
          </Button>
        </DialogActions>
      </div>
    </Entrance>
  );
}

/** How much of the damaged data could be read, and what of it was newer than the copy. */
function useSalvagedWords(usedBackup: boolean): (salvage: Salvage) => string {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  return ({ tables, brought }) => {
    const read = tables.reduce((sum, table) => sum + table.read, 0);
    const gaps = tables.reduce((sum, table) => sum + table.gaps, 0);
    if (read === 0) return t('salvaged.nothing');
    const count = (of: number) => ({ count: of, total: format.number(of) });
    return [
      t('salvaged.read', count(read)),
      usedBackup && (brought === 0 ? t('salvaged.nothingNewer') : t('salvaged.newer', count(brought))),
      gaps > 0 && t('salvaged.gaps', count(gaps)),
    ]
      .filter((part) => part !== false)
      .join(' ');
  };
}
