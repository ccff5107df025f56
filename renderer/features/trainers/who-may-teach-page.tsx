import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SearchFilters } from '../../parts/who-may-teach/search-filters.tsx';
import { SearchResults } from '../../parts/who-may-teach/search-results.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';

/** Who may teach a course, speaks a language, lives near and is free; the address keeps what is sought. */
export function WhoMayTeachPage() {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const view = useSearch({ from: '/capacitadores/buscar' });
  return (
    <Page>
      <PageHeader title={t('find.title')} trail={[{ label: t('title'), to: '/capacitadores' }]} />
      <SearchFilters
        view={view}
        onChange={(search) => void navigate({ to: '/capacitadores/buscar', search, replace: true })}
      />
      <SearchResults view={view} />
    </Page>
  );
}
