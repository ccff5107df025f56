import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { EvidenceList } from '../../parts/duplicates/evidence-list.tsx';
import { PairActions } from '../../parts/duplicates/pair-actions.tsx';
import { useDuplicates } from '../../parts/duplicates/use-duplicates.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { factsOf } from './person-facts-line.ts';

const mostShown = 2;

/** Says on a person's page who else may be the same human, with the evidence and what can be done about it. */
export function DuplicateBanner({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('duplicates');
  const { data } = useDuplicates({ personId, limit: mostShown });
  if (data === undefined || data.count === 0) return null;
  return (
    <Notice tone="info" title={t('banner.title', { count: data.count })}>
      {data.pairs.slice(0, mostShown).map(({ key, people, evidence }) => {
        const other = people.find(({ person }) => person.id !== personId)?.person;
        if (other === undefined) return null;
        return (
          <div key={key}>
            <TextLink to="/personas/$personId" params={{ personId: other.id }}>
              {surnamesFirst(other)}
            </TextLink>{' '}
            {factsOf(other).join(' · ')}
            <EvidenceList evidence={evidence} />
            <PairActions ids={[personId, other.id]} />
          </div>
        );
      })}
    </Notice>
  );
}
