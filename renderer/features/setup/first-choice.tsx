import { IconBuildingCommunity, IconDeviceUsb, IconTelescope } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import classes from './first-choice.module.css';
import { useEnterOffice } from './use-enter-office.ts';

/** The same example office for everyone, so that one can talk about it. */
const demoSeed = 1;

/** The very first screen: set the office up, join one that is there, or look around first. */
export function FirstChoice({ onSetUp, onJoin }: { onSetUp(): void; onJoin(): void }) {
  const { t } = useTranslation('setup');
  const api = useApi();
  const describeError = useDescribeError();
  const enterOffice = useEnterOffice();
  const demo = useMutation(api.setup.startDemo.mutationOptions({ onSuccess: enterOffice }));
  return (
    <Entrance>
      <title>{t('pageTitle')}</title>
      <h1>{t('choice.title')}</h1>
      <p className={entrance['lead']}>{t('choice.text')}</p>
      <div className={classes['choices']}>
        <button
          type="button"
          className={classes['choice']}
          data-accent
          autoFocus
          aria-disabled={demo.isPending}
          onClick={() => !demo.isPending && onSetUp()}
        >
          <IconBuildingCommunity size={34} stroke={1.4} aria-hidden />
          <span>
            <strong>{t('choice.setUp')}</strong>
            <span>{t('choice.setUpText')}</span>
          </span>
        </button>
        <button
          type="button"
          className={classes['choice']}
          aria-disabled={demo.isPending}
          onClick={() => !demo.isPending && onJoin()}
        >
          <IconDeviceUsb size={34} stroke={1.4} aria-hidden />
          <span>
            <strong>{t('choice.join')}</strong>
            <span>{t('choice.joinText')}</span>
          </span>
        </button>
        <button
          type="button"
          className={classes['choice']}
          aria-disabled={demo.isPending}
          onClick={() => !demo.isPending && demo.mutate({ seed: demoSeed })}
        >
          <IconTelescope size={34} stroke={1.4} aria-hidden />
          <span>
            <strong>{t('choice.explore')}</strong>
            <span>{t('choice.exploreText')}</span>
          </span>
        </button>
        {demo.isPending && <ProgressPanel label={t('choice.preparing')} progress={null} />}
        {demo.isError && <Notice tone="danger">{describeError(demo.error)}</Notice>}
      </div>
    </Entrance>
  );
}
