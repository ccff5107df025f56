import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { AccreditationCard } from './accreditation-card.tsx';
import { sortByGravity } from './by-gravity.ts';
import classes from './trainers.module.css';

/** Everything that somebody may teach, may no longer or does not yet. */
export function AccreditationsSection({ personId, name }: { personId: PersonId; name: string }) {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const list = useQuery(api.trainers.list.queryOptions({ input: { courseId: null, personId } }));
  const rules = useQuery(api.trainers.rules.queryOptions({ input: { courseId: null } }));
  return (
    <Section title={t('accreditations')}>
      <Loaded query={list}>
        {(lines) => <Cards name={name} lines={sortByGravity(lines)} rules={rules.data ?? []} />}
      </Loaded>
    </Section>
  );
}

interface CardsProps {
  /** Of the person, given names first. */
  name: string;
  lines: readonly AccreditationLine[];
  rules: readonly AccreditationRule[];
}

function Cards({ name, lines, rules }: CardsProps) {
  const { t } = useTranslation('trainers');
  const next = lines.find(asksForAction);
  if (lines.length === 0) return <p className={classes['note']}>{t('noAccreditation')}</p>;
  return (
    <div className={classes['cards']}>
      {lines.map((line) => (
        <AccreditationCard
          key={`${line.courseId} ${line.level}`}
          name={name}
          line={line}
          rule={
            rules.find(({ courseId, level }) => courseId === line.courseId && level === line.level) ?? null
          }
          isNext={line === next}
        />
      ))}
    </div>
  );
}

function asksForAction({ state }: AccreditationLine): boolean {
  return state.reason === 'readyToAccredit' || state.status === 'dueSoon' || state.status === 'lapsed';
}
