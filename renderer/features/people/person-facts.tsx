import { useTranslation } from 'react-i18next';
import type { EnterpriseDraft } from '../../../domain/enterprise.ts';
import type { Person } from '../../../domain/person.ts';
import { formatPhone } from '../../../domain/phone.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguageWords } from '../../lib/use-language-words.ts';
import { useMunicipalities } from '../../lib/use-municipalities.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './person-sheet.module.css';

/** The sheet for whoever may look at it and not change it. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { nameByCode } = useMunicipalities();
  const { write: writeLanguages } = useLanguageWords();
  return (
    <div className={classes['read']}>
      <Section title={t('section.identity')}>
        <Facts
          items={[
            { label: t('field.birthDate'), value: format.longDate(person.birthDate) },
            { label: t('field.sex'), value: person.sex === null ? null : t(`sex.${person.sex}`) },
            { label: t('consent'), value: t(person.hasConsented ? 'common:yes' : 'common:no') },
            { label: t('field.consentedOn'), value: format.longDate(person.consentedOn) },
            {
              label: t('field.consentMeans'),
              value: person.consentMeans === null ? null : t(`consentMeans.${person.consentMeans}`),
            },
          ]}
        />
      </Section>
      <Section title={t('section.contact')}>
        <Facts
          items={[
            { label: t('field.phone'), value: person.phone === null ? null : formatPhone(person.phone) },
            { label: t('field.email'), value: person.email },
            { label: t('field.municipality'), value: nameByCode.get(person.municipalityCode ?? '') ?? null },
            { label: t('field.community'), value: person.community },
            { label: t('field.organisation'), value: person.organisationName },
            { label: t('field.languages'), value: writeLanguages(person.languages) || null },
          ]}
        />
      </Section>
      <EnterpriseFacts title={t('section.enterprise')} enterprise={person.enterprise} />
      {person.otherEnterprises.map(({ id, ...enterprise }, index) => (
        <EnterpriseFacts
          key={id}
          title={t('otherEnterprise.title', { number: index + 2 })}
          level={3}
          enterprise={enterprise}
        />
      ))}
      <Section title={t('section.notes')}>{person.notes ?? '–'}</Section>
    </div>
  );
}

interface EnterpriseFactsProps {
  title: string;
  level?: 2 | 3;
  enterprise: EnterpriseDraft;
}

function EnterpriseFacts({ title, level = 2, enterprise }: EnterpriseFactsProps) {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <Section title={title} level={level}>
      <Facts
        items={[
          { label: t('field.trade'), value: enterprise.trade },
          { label: t('field.enterpriseName'), value: enterprise.name },
          {
            label: t('field.section'),
            value: enterprise.section === null ? null : t(`caeb.${enterprise.section}`),
          },
          { label: t('field.workers'), value: format.number(enterprise.workers) },
          {
            label: t('field.salesBand'),
            value: enterprise.salesBand === null ? null : t(`salesBand.${enterprise.salesBand}`),
          },
          { label: t('field.nit'), value: enterprise.nit },
          { label: t('field.registration'), value: enterprise.registration },
        ]}
      />
    </Section>
  );
}
