import { useTranslation } from 'react-i18next';
import type { BackupContents, BackupReview } from '../../domain/backup.ts';
import { useFormat } from '../lib/format.ts';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import classes from './backup-review.module.css';

/** What a copy holds beside what is here now, and what would be missing afterwards. */
export function BackupReviewFacts({ review }: { review: BackupReview }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { contents, present, lost } = review;
  return (
    <>
      <div className={present === null ? undefined : classes['pair']}>
        <Section title={t('review.copy')} level={3}>
          <ContentsFacts contents={contents} />
        </Section>
        {present !== null && (
          <Section title={t('review.present')} level={3}>
            <ContentsFacts contents={present} />
          </Section>
        )}
      </div>
      {present !== null &&
        (lost.length === 0 ? (
          <Notice tone="success">{t('review.nothingLost')}</Notice>
        ) : (
          <Notice tone="warning" title={t('review.lost')}>
            <ul>
              {lost.map(({ deviceName, changes, from, to }) => (
                <li key={deviceName + from}>
                  {t('review.lostOf', {
                    name: deviceName,
                    count: changes,
                    from: format.dateTime(from),
                    to: format.dateTime(to),
                  })}
                </li>
              ))}
            </ul>
            {t('review.lostKept')}
          </Notice>
        ))}
    </>
  );
}

function ContentsFacts({ contents }: { contents: BackupContents }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { officeName, deviceName, deviceSeries, counts, lastChange } = contents;
  return (
    <Facts
      items={[
        { label: t('review.office'), value: officeName },
        {
          label: t('review.device'),
          value: t('review.deviceOf', { name: deviceName, series: deviceSeries }),
        },
        { label: t('review.people'), value: format.number(counts.people) },
        { label: t('review.editions'), value: format.number(counts.editions) },
        { label: t('review.enrolments'), value: format.number(counts.enrolments) },
        { label: t('review.certificates'), value: format.number(counts.certificates) },
        {
          label: t('review.lastChange'),
          value:
            lastChange === null
              ? null
              : t('review.lastChangeBy', {
                  when: format.dateTime(lastChange.at),
                  name: lastChange.byName ?? '–',
                }),
        },
      ]}
    />
  );
}
