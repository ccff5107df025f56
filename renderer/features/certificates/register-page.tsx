import { Button, Select } from '@mantine/core';
import { IconPrinter, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { editionIdSchema } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CertificateSheet } from './certificate-sheet.tsx';
import classes from './register.module.css';
import { useRegisterColumns } from './use-register-columns.tsx';
import { useRegister } from './use-register.ts';

const from = '/certificados';

/** The book of all certificates: found by name or folio, one opened beside it. */
export function RegisterPage() {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const describeError = useDescribeError();
  const navigate = useNavigate({ from: '/certificados' });
  const { text = '', editionId, certificateId } = useSearch({ from });
  const { rows, total, isLoading, error, loadMore } = useRegister(text, editionId ?? null);
  const columns = useRegisterColumns();
  const isNarrowed = text !== '' || editionId !== undefined;
  const narrow = (change: { text?: string | undefined; editionId?: typeof editionId }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        tools={
          <Button
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => void navigate({ to: '/certificados/libro', search: { editionId } })}
          >
            {t('printRegister')}
          </Button>
        }
        next={
          <Button
            variant="filled"
            leftSection={<IconShieldCheck size={16} stroke={1.75} aria-hidden />}
            onClick={() => void navigate({ to: '/certificados/verificar' })}
          >
            {t('verify.open')}
          </Button>
        }
      />
      <Toolbar end={<span role="status">{t('count', { count: total, written: format.number(total) })}</span>}>
        <SearchField
          label={t('search')}
          value={text}
          onChange={(next) => narrow({ text: next || undefined })}
        />
        <EditionFilter
          value={editionId ?? null}
          onChange={(next) => narrow({ editionId: next ?? undefined })}
        />
      </Toolbar>
      {error !== null && <Notice tone="danger">{describeError(error)}</Notice>}
      <div className={classes['table']}>
        <DataTable
          label={t('title')}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          total={total}
          onReachEnd={loadMore}
          loading={isLoading}
          onOpen={({ id }) => void navigate({ search: (before) => ({ ...before, certificateId: id }) })}
          rowTone={({ revokedOn }) => (revokedOn === null ? null : 'danger')}
          empty={<NoCertificates isNarrowed={isNarrowed} />}
        />
        <CertificateSheet
          certificateId={certificateId ?? null}
          onShow={(id) =>
            void navigate({ search: (before) => ({ ...before, certificateId: id ?? undefined }) })
          }
        />
      </div>
    </Page>
  );
}

function NoCertificates({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation('certificates');
  return isNarrowed ? (
    <EmptyState title={t('empty.search.title')} text={t('empty.search.text')} />
  ) : (
    <EmptyState title={t('empty.register.title')} text={t('empty.register.text')} />
  );
}

interface EditionFilterProps {
  value: string | null;
  onChange(editionId: ReturnType<typeof editionIdSchema.parse> | null): void;
}

function EditionFilter({ value, onChange }: EditionFilterProps) {
  const { t } = useTranslation('certificates');
  const editions = useQuery(useApi().editions.list.queryOptions({ input: { courseId: null } }));
  return (
    <Select
      aria-label={t('editionFilter')}
      placeholder={t('allEditions')}
      data={(editions.data ?? []).map(({ id, code, courseTitle }) => ({
        value: id,
        label: `${code} · ${courseTitle}`,
      }))}
      value={value}
      onChange={(next) => onChange(next === null ? null : editionIdSchema.parse(next))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('allEditions') }}
      nothingFoundMessage={t('common:nothingFound')}
      w={300}
    />
  );
}
