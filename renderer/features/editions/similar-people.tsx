import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { EvidenceList } from '../../parts/duplicates/evidence-list.tsx';
import { SomebodyElse } from '../../parts/duplicates/somebody-else.tsx';
import { Notice } from '../../ui/notice.tsx';
import { newPersonSchema, toPersonDraft } from './new-person.ts';

const mostShown = 3;

interface SimilarPeopleProps {
  /** Of whom it was said that it is somebody else. */
  isNot: readonly PersonId[];
  onTellApart(isNot: readonly PersonId[]): void;
  onChoose(personId: PersonId, name: string): Promise<void>;
}

/** Says, while the form is being filled in, who the office knows already and may be the same human, and why. */
export function SimilarPeople({ isNot, onTellApart, onChoose }: SimilarPeopleProps) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const [values] = useDebouncedValue(useWatch(), 300);
  const person = newPersonSchema.safeParse(values).data;
  const input = person === undefined ? skipToken : { draft: toPersonDraft(person) };
  const { data } = useQuery(api.people.similar.queryOptions({ input, placeholderData: keepPreviousData }));
  if (person === undefined || data === undefined || data.length === 0) return null;
  return (
    <Notice tone="warning" title={t('similar.title')}>
      {data.slice(0, mostShown).map(({ person: known, evidence }) => {
        const card = formatIdentityCard({
          number: known.idNumber,
          complement: known.idComplement,
          issuedIn: known.idIssuedIn,
        });
        const facts = [surnamesFirst(known), card, known.community ?? ''].filter((fact) => fact !== '');
        return (
          <div key={known.id}>
            {facts.join(' · ')}{' '}
            <Button size="compact-sm" onClick={() => void onChoose(known.id, surnamesFirst(known))}>
              {t('similar.choose')}
            </Button>
            <EvidenceList evidence={evidence} />
            <SomebodyElse person={known} isNot={isNot} onChange={onTellApart} />
          </div>
        );
      })}
    </Notice>
  );
}
