import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../domain/text.ts';
import { useApi } from '../lib/api.tsx';
import type { SearchHit } from '../lib/search-source.ts';
import classes from './command-palette.module.css';
import { railEntries } from './navigation.ts';
import { searchSources } from './search-sources.ts';

interface HitGroup {
  label: string;
  hits: readonly SearchHit[];
}

/** Ctrl+K: one field that finds people, editions and sections; arrows choose, Enter goes there. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('app');
  const router = useRouter();
  const combobox = useCombobox({ opened: true });
  const { selectFirstOption } = combobox;
  const [text, setText] = useState('');
  const { groups, isFetching } = useHitGroups(text);
  const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
  useEffect(() => {
    selectFirstOption();
  }, [groups.length, count, selectFirstOption]);
  const go = (to: string) => {
    onClose();
    router.history.push(to);
  };
  return (
    <Modal.Root opened onClose={onClose} centered={false} yOffset="10vh" size={620}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('search.title')}>
        <Combobox store={combobox} onOptionSubmit={go}>
          <Combobox.EventsTarget>
            <TextInput
              className={classes['field'] ?? ''}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              // The list would take Esc for itself, though it never closes alone.
              onKeyDownCapture={(event) => {
                if (event.key === 'Escape') onClose();
              }}
              placeholder={t('search.placeholder')}
              aria-label={t('search.title')}
              leftSection={<IconSearch size={20} stroke={1.6} aria-hidden />}
              data-autofocus
            />
          </Combobox.EventsTarget>
          <Combobox.Options className={classes['results'] ?? ''} aria-label={t('search.title')}>
            {groups.map((group) => (
              <Combobox.Group
                key={group.label}
                label={group.label}
                classNames={{ groupLabel: classes['group'] ?? '' }}
              >
                {group.hits.map((hit) => (
                  <Combobox.Option key={hit.id} value={hit.to} className={classes['hit'] ?? ''}>
                    <span>{hit.title}</span>
                    {hit.detail !== undefined && <span className={classes['detail']}>{hit.detail}</span>}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </Combobox.Options>
          {count === 0 && !isFetching && (
            <p className={classes['nothing']} role="status">
              {t('search.nothing', { text: text.trim() })}
            </p>
          )}
        </Combobox>
        <p className={classes['hint']}>{t('search.hint')}</p>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What fits the text: the sections by name, and whatever each feature finds. */
function useHitGroups(text: string): { groups: readonly HitGroup[]; isFetching: boolean } {
  const { t } = useTranslation('app');
  const api = useApi();
  const [sought] = useDebouncedValue(text.trim(), 120);
  const found = useQueries({
    queries: searchSources.map((source) => ({
      queryKey: ['search', source.id, sought],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.search(sought, { api, signal }),
      enabled: sought.length >= 2,
      staleTime: 0,
      gcTime: 0,
    })),
  });
  const folded = foldText(text);
  const sections = railEntries
    .map(({ to, label }) => ({ id: label, title: t(`nav.${label}`), to }))
    .filter(({ title }) => foldText(title).includes(folded));
  const groups = [
    ...searchSources.map((source, index) => ({ label: t(source.label), hits: found[index]?.data ?? [] })),
    { label: t('search.pages'), hits: sections },
  ].filter((group) => group.hits.length > 0);
  return { groups, isFetching: found.some((query) => query.isFetching) };
}
