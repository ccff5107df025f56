import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useOfferedPackets } from '../../lib/offered-packets.tsx';
import { useSession } from '../../lib/session.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { AsideSection } from './aside-section.tsx';
import { AwaitedNotice } from './awaited-notice.tsx';
import { BringIn } from './bring-in.tsx';
import classes from './data.module.css';
import { ExchangeEvents } from './exchange-events.tsx';
import { ExchangeFolder } from './exchange-folder.tsx';
import { TakeOut } from './take-out.tsx';
import { ToResolveNotice } from './to-resolve-notice.tsx';

/** Llevar and traer, what waits for a word, and what happened last. */
export function ExchangePage() {
  const { t } = useTranslation('data');
  const api = useApi();
  const { can } = useSession();
  const { files } = useOfferedPackets();
  const state = useQuery(api.exchange.state.queryOptions());
  return (
    <Loaded query={state}>
      {(exchange) => (
        <div className={classes['page']}>
          <AwaitedNotice awaited={exchange.awaited} />
          <ToResolveNotice />
          {exchange.waitingRows > 0 && (
            <Notice tone="info">{t('waitingRows', { count: exchange.waitingRows })}</Notice>
          )}
          {!can('trainer') && files.length > 0 && (
            <Notice tone="info">{t('in.notForReaders', { count: files.length })}</Notice>
          )}
          {can('trainer') && (
            <div className={classes['verbs']}>
              <Section title={t('out.title')}>
                <TakeOut devices={exchange.devices} />
              </Section>
              <Section title={t('in.title')}>
                <BringIn />
              </Section>
            </div>
          )}
          <AsideSection packets={exchange.aside} />
          <Section title={t('folder.title')}>
            <ExchangeFolder folder={exchange.folder} />
          </Section>
          <Section title={t('events.title')}>
            <ExchangeEvents events={exchange.events} />
          </Section>
        </div>
      )}
    </Loaded>
  );
}
