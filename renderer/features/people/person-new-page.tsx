import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { startPerson } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import classes from './person-sheet.module.css';
import { SimilarPeople } from './similar-people.tsx';

/** Someone the office does not know yet. Most live where the office is, so that its municipality is filled in. */
export function PersonNewPage() {
  const { text } = useSearch({ from: '/personas/nueva' });
  const { t } = useTranslation('people');
  const api = useApi();
  const navigate = useNavigate();
  const toast = useToast();
  const office = useQuery(api.office.get.queryOptions());
  const [isNot, setIsNot] = useState<readonly PersonId[]>([]);
  const creating = useMutation(api.people.create.mutationOptions());
  return (
    <Page>
      <PageHeader title={t('new.title')} trail={[{ label: t('title'), to: '/personas' }]} />
      <div className={classes['columns']} data-alone>
        <Loaded query={office}>
          {({ municipalityCode }) => (
            <PersonForm
              personId={null}
              start={startPerson(text ?? '', municipalityCode)}
              submitLabel={t('new.submit')}
              onSubmit={async (draft) => {
                const person = await creating.mutateAsync({ ...draft, isNot: [...isNot] });
                toast.show({ text: t('registered', { name: fullName(person) }), tone: 'success' });
                await navigate({ to: '/personas/$personId', params: { personId: person.id }, replace: true });
              }}
              onCancel={() => void navigate({ to: '/personas' })}
              belowIdentity={<SimilarPeople isNot={isNot} onTellApart={setIsNot} />}
            />
          )}
        </Loaded>
      </div>
    </Page>
  );
}
