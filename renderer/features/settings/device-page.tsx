import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInBolivia, toInstant } from '../../../domain/calendar-date.ts';
import { formatFolio } from '../../../domain/folio.ts';
import { version } from '../../../package.json';
import { useApi } from '../../lib/api.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './settings.module.css';

/** What is peculiar to this PC: the letter of its folios, where its data are, which Yachay it has. */
export function DevicePage() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const device = useQuery(api.office.device.queryOptions());
  return (
    <div className={classes['narrow']}>
      <Section title={t('device.folios')}>
        <Loaded query={device}>{({ series }) => <SeriesLetter series={series} />}</Loaded>
      </Section>
      <Section title={t('device.data')}>
        <p className={classes['explained']}>{t('device.dataText')}</p>
        <Loaded query={device}>
          {({ dataFolder }) => <Facts items={[{ label: t('device.dataFolder'), value: dataFolder }]} />}
        </Loaded>
        <p className={classes['explained']}>{t('device.copyText')}</p>
      </Section>
      <Section title={t('device.about')}>
        <Facts items={[{ label: t('device.version'), value: version }]} />
      </Section>
    </div>
  );
}

function SeriesLetter({ series }: { series: string }) {
  const { t } = useTranslation('settings');
  return (
    <div className={classes['series']}>
      <strong className={classes['letter']} aria-label={t('device.series', { series })}>
        {series}
      </strong>
      <p className={classes['explained']}>
        {t('device.seriesText', { series, example: firstFolioOfYear(series) })}
      </p>
    </div>
  );
}

function firstFolioOfYear(series: string): string {
  const year = Number(dayInBolivia(toInstant(Date.now())).slice(0, 4));
  return formatFolio({ series, year, number: 1 });
}
