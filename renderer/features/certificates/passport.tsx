import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../domain/certificate.ts';
import { parseFolio } from '../../../domain/folio.ts';
import { useFormat } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './verify.module.css';

interface PassportProps {
  verification: Verification;
  /** What was asked: a folio shows what the register says, only a QR shows that the paper is genuine. */
  asked: string;
}

/** The answer of a check: whether it holds, why, and all data to compare with the paper. */
export function Passport({ verification, asked }: PassportProps) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { valid, reason, revoked, asOf } = verification;
  const isFolio = parseFolio(asked) !== null;
  const Sign = valid ? IconShieldCheck : IconShieldX;
  const verdict = valid ? (isFolio ? 'registered' : 'genuine') : (reason ?? 'notASeal');
  return (
    <section className={classes['passport']} data-valid={valid} aria-label={t('verify.answer')}>
      <header className={classes['verdict']}>
        <Sign size={44} stroke={1.6} aria-hidden />
        <div>
          <h2>{t(`verify.verdict.${verdict}`)}</h2>
          <p>
            {t(`verify.why.${verdict}`, {
              date: format.longDate(revoked?.on ?? null),
              reason: revoked?.reason ?? '',
              folio: verification.folio ?? '',
            })}
          </p>
        </div>
      </header>
      {verification.name !== null && <PassportFacts verification={verification} />}
      {verification.name !== null && isFolio && <Notice tone="info">{t('verify.folioOnly')}</Notice>}
      <p className={classes['asOf']}>{t('verify.asOf', { date: format.longDate(asOf) })}</p>
    </section>
  );
}

function PassportFacts({ verification }: { verification: Verification }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { kind, dates, hours } = verification;
  return (
    <>
      <p className={classes['name']}>{verification.name}</p>
      <Facts
        items={[
          { label: t('column.identityCard'), value: verification.identityCard },
          { label: t('column.folio'), value: verification.folio },
          { label: t('column.course'), value: verification.course },
          { label: t('column.kind'), value: kind === null ? null : t(`kind.${kind}`) },
          { label: t('column.hours'), value: hours === null ? null : format.number(hours) },
          {
            label: t('column.dates'),
            value:
              dates === null
                ? null
                : t('fromTo', { from: format.longDate(dates.startsOn), to: format.longDate(dates.endsOn) }),
          },
          { label: t('column.issuedOn'), value: format.longDate(verification.issuedOn) },
          { label: t('column.office'), value: verification.office },
        ]}
      />
    </>
  );
}
