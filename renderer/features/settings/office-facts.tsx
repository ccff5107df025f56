import { useTranslation } from 'react-i18next';
import type { Office } from '../../../domain/office.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

/** The office as those see it who may not change it. */
export function OfficeFacts({ office }: { office: Office }) {
  const { t } = useTranslation('settings');
  const { latesPerAbsence, leave } = office.attendancePolicy;
  return (
    <>
      <Section title={t('office.title')}>
        <Facts
          items={[
            { label: t('office.name'), value: office.name },
            { label: t('office.municipality'), value: office.municipality },
            { label: t('office.address'), value: office.address },
            { label: t('office.phone'), value: office.phone },
            { label: t('office.paper'), value: t(`paper.${office.paper}`) },
          ]}
        />
      </Section>
      <Section title={t('policy.title')}>
        <Facts
          items={[
            {
              label: t('policy.lates'),
              value:
                latesPerAbsence === null
                  ? t('policy.latesPresent')
                  : t('policy.latesFact', { count: latesPerAbsence }),
            },
            {
              label: t('policy.leave'),
              value: t(leave === 'neutral' ? 'policy.leaveNeutral' : 'policy.leaveAbsent'),
            },
          ]}
        />
      </Section>
      <Section title={t('signatories.title')}>
        <Facts items={office.signatories.map(({ name, position }) => ({ label: position, value: name }))} />
      </Section>
    </>
  );
}
