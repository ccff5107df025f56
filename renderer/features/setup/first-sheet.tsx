import { useTranslation } from 'react-i18next';
import { RecoverySheet } from '../../parts/recovery-sheet.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import { useEnterOffice } from './use-enter-office.ts';

/** The end of the first start, where a password was chosen: the way back in for the day it is forgotten. */
export function FirstSheet({ code }: { code: string }) {
  const { t } = useTranslation('access');
  const enterOffice = useEnterOffice();
  return (
    <Entrance>
      <title>{t('setup:pageTitle')}</title>
      <h1>{t('setUp.title')}</h1>
      <p className={entrance['lead']}>{t('setUp.text')}</p>
      <RecoverySheet code={code} doneLabel={t('setUp.start')} onDone={() => void enterOffice()} />
    </Entrance>
  );
}
