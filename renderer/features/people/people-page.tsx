import { Button } from '@mantine/core';
import { useEventListener } from '@mantine/hooks';
import { IconFileSpreadsheet, IconPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { NobodyFound, NobodyYet } from './nobody.tsx';
import classes from './people-page.module.css';
import { usePeople } from './use-people.ts';
import { usePeopleColumns } from './use-people-columns.ts';

/** Everyone the office knows: sought as one types, sorted by the service, opened with Enter. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const format = useFormat();
  const navigate = useNavigate();
  const view = useSearch({ from: '/personas' });
  const people = usePeople(view);
  const columns = usePeopleColumns();
  const table = useRef<HTMLDivElement>(null);
  const change = (next: Partial<typeof view>) =>
    void navigate({ to: '/personas', search: { ...view, ...next }, replace: true });
  const search = useEventListener<'keydown', HTMLDivElement>('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  });
  const text = view.text ?? '';
  const sort = view.sort ?? 'surname';
  useEffect(() => {
    table.current?.firstElementChild?.scrollTo(0, 0);
  }, [text, sort, view.descending]);
  const { total } = people;
  const isNewOffice = total === 0 && text === '';

  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        {...(total === null ? {} : { subtitle: t('count', { count: total, total: format.number(total) }) })}
        {...(can('registrar') && {
          next: (
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => void navigate({ to: '/personas/nueva' })}
            >
              {t('new.title')}
            </Button>
          ),
          tools: (
            <>
              <Button
                leftSection={<IconUsers size={16} stroke={1.75} aria-hidden />}
                onClick={() => void navigate({ to: '/personas/duplicados' })}
              >
                {t('duplicates:title')}
              </Button>
              <Button
                leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
                onClick={() => void navigate({ to: '/importar' })}
              >
                {t('import')}
              </Button>
            </>
          ),
        })}
      />
      {people.error !== null && <Notice tone="danger">{people.error}</Notice>}
      {!isNewOffice && (
        <Toolbar
          end={
            <Segments
              label={t('order.label')}
              value={view.descending === true ? null : sort}
              options={[
                { value: 'surname', label: t('order.list') },
                { value: 'newest', label: t('order.newest') },
              ]}
              onChange={(order) =>
                change({ sort: order === 'newest' ? 'newest' : undefined, descending: undefined })
              }
            />
          }
        >
          <div ref={search} className={classes['search']}>
            <SearchField
              label={t('search')}
              value={text}
              width={380}
              onChange={(next) => change({ text: next === '' ? undefined : next })}
            />
          </div>
        </Toolbar>
      )}
      <div ref={table}>
        <DataTable
          label={t('title')}
          columns={columns}
          rows={people.rows}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/personas/$personId', params: { personId: id } })}
          loading={people.isLoading}
          total={total ?? 0}
          onReachEnd={people.loadMore}
          sort={sort === 'newest' ? null : { column: sort, descending: view.descending ?? false }}
          onSort={(next) =>
            change({ sort: toPersonSort(next?.column), descending: next?.descending === true || undefined })
          }
          empty={text === '' ? <NobodyYet /> : <NobodyFound text={text} />}
        />
      </div>
    </Page>
  );
}

/** The order that a column asks for; undefined is that of the list, by surname. */
function toPersonSort(column: string | undefined) {
  return column === 'identityCard' || column === 'community' ? column : undefined;
}
