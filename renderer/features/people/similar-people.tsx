import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { noConsent, type PersonDraft, personDraftSchema } from '../../../domain/person.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { EvidenceList } from '../../parts/duplicates/evidence-list.tsx';
import { SomebodyElse } from '../../parts/duplicates/somebody-else.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { factsOf } from './person-facts-line.ts';
import { type PersonInput, tidyDraft } from './person-draft.ts';
import classes from './person-sheet.module.css';

const mostShown = 3;
const restMs = 400;

/** What of a half-filled sheet tells people apart; null until there is a name to compare. */
function readIdentity(values: object): PersonDraft | null {
  const identity = {
    ...values,
    email: null,
    municipalityCode: null,
    notes: null,
    ...noConsent,
    enterprise: emptyEnterprise,
    otherEnterprises: [],
  };
  const draft = personDraftSchema.safeParse(identity).data;
  return draft === undefined ? null : tidyDraft(draft);
}

interface SimilarPeopleProps {
  /** Of whom it was said that it is somebody else. */
  isNot: readonly PersonId[];
  onTellApart(isNot: readonly PersonId[]): void;
}

/** Says, while the sheet is being filled in, who is registered already and may be the same human, and why. */
export function SimilarPeople({ isNot, onTellApart }: SimilarPeopleProps) {
  const { t } = useTranslation('people');
  const api = useApi();
  const [values] = useDebouncedValue(useWatch<PersonInput>(), restMs);
  const draft = readIdentity(values);
  const input = draft === null ? skipToken : { draft };
  const { data } = useQuery(api.people.similar.queryOptions({ input, placeholderData: keepPreviousData }));
  if (draft === null || data === undefined || data.length === 0) return null;
  return (
    <Notice tone="warning" title={t('similar.title', { count: data.length })}>
      <ul className={classes['similar']}>
        {data.slice(0, mostShown).map(({ person, evidence }) => (
          <li key={person.id}>
            <TextLink to="/personas/$personId" params={{ personId: person.id }}>
              {surnamesFirst(person)}
            </TextLink>{' '}
            {factsOf(person).join(' · ')}
            <EvidenceList evidence={evidence} />
            <SomebodyElse person={person} isNot={isNot} onChange={onTellApart} />
          </li>
        ))}
      </ul>
      {data.length > mostShown && <p>{t('similar.more', { count: data.length - mostShown })}</p>}
    </Notice>
  );
}
