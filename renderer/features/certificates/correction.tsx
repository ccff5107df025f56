import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../domain/certificate.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import classes from './register.module.css';

/** What the new certificate would say otherwise than the old one; where it is nothing, how to correct the data. */
export function Correction({ certificate }: { certificate: Certificate }) {
  const { enrolmentId, kind } = certificate;
  const draft = useQuery(useApi().certificates.draft.queryOptions({ input: { enrolmentId, kind } }));
  return <Loaded query={draft}>{(found) => <Changes before={certificate} after={found} />}</Loaded>;
}

function Changes({ before, after }: { before: Certificate; after: Certificate }) {
  const { t } = useTranslation('certificates');
  const changes = useChanges(before, after);
  if (changes.length === 0) {
    return (
      <Notice
        tone="warning"
        action={
          <TextLink to="/personas/$personId" params={{ personId: before.personId }}>
            {t('revoke.correct')}
          </TextLink>
        }
      >
        {t('revoke.unchanged')}
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={t('revoke.changes')}>
      <ul className={classes['changes']}>
        {changes.map(({ label, from, to }) => (
          <li key={label}>
            {label}: <del>{from || '–'}</del> → <ins>{to || '–'}</ins>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function useChanges(before: Certificate, after: Certificate) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const describe = (certificate: Certificate) => [
    { label: t('column.name'), text: certificate.personName },
    { label: t('column.identityCard'), text: certificate.identityCard ?? '' },
    { label: t('column.course'), text: certificate.courseTitle },
    { label: t('column.hours'), text: format.number(certificate.hours) },
    { label: t('column.grade'), text: format.number(certificate.grade) },
    {
      label: t('column.dates'),
      text: t('fromTo', { from: format.date(certificate.startsOn), to: format.date(certificate.endsOn) }),
    },
    { label: t('column.place'), text: certificate.place },
    { label: t('column.office'), text: certificate.officeName },
    { label: t('column.signatories'), text: format.list(certificate.signatories.map(({ name }) => name)) },
  ];
  const now = describe(after);
  return describe(before)
    .map(({ label, text }, index) => ({ label, from: text, to: now[index]?.text ?? '' }))
    .filter(({ from, to }) => from !== to);
}
