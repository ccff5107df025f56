import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useDoneWords } from '../../parts/duplicates/use-done-words.ts';
import { Section } from '../../ui/section.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './told-apart.module.css';

/** The pairs of which somebody said that they are two people, and the way to take that back. */
export function ToldApart() {
  const { t } = useTranslation('duplicates');
  const api = useApi();
  const toast = useToast();
  const describe = useDescribeError();
  const words = useDoneWords();
  const { data = [] } = useQuery(api.people.toldApart.queryOptions());
  const takeBack = useMutation(
    api.conflicts.takeBack.mutationOptions({
      onError: (error) => toast.show({ text: describe(error), tone: 'danger' }),
    }),
  );
  if (data.length === 0) return null;
  return (
    <Section title={t('apart.title', { count: data.length })}>
      <ul className={classes['list']}>
        {data.map(({ key, people, done }) => (
          <li key={key}>
            <span>{people.map(surnamesFirst).join(' · ')}</span>
            <span className={classes['soft']}>{words(done)}</span>
            <Button
              size="compact-sm"
              aria-label={t('apart.askAgainOf', { names: people.map(surnamesFirst).join(', ') })}
              onClick={() => takeBack.mutate({ words: [key] })}
            >
              {t('apart.askAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
