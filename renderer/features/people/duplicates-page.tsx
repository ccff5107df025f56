import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { DuplicateCard, DuplicateCards } from '../../parts/duplicates/duplicate-card.tsx';
import { isWhole, useDuplicates } from '../../parts/duplicates/use-duplicates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { ToldApart } from './told-apart.tsx';

const pageSize = 50;

/** The pairs of the whole register that may be one human, the surest first, with what speaks for it. */
export function DuplicatesPage() {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const [limit, setLimit] = useState(pageSize);
  const duplicates = useDuplicates({ personId: null, limit });
  return (
    <Page>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        trail={[{ label: t('people:title'), to: '/personas' }]}
      />
      <Loaded query={duplicates}>
        {(found) => (
          <>
            {!isWhole(found) && <ProgressPanel label={t('looking')} progress={found.looked} />}
            {isWhole(found) && found.count === 0 && (
              <EmptyState title={t('empty.title')} text={t('empty.text')} icon={IconUserCheck} />
            )}
            <DuplicateCards>
              {found.pairs.map((pair) => (
                <DuplicateCard key={pair.key} pair={pair} />
              ))}
            </DuplicateCards>
            {found.pairs.length < found.count && (
              <div>
                <Button onClick={() => setLimit((before) => before + pageSize)}>
                  {t('more', {
                    count: found.count - found.pairs.length,
                    total: format.number(found.count - found.pairs.length),
                  })}
                </Button>
              </div>
            )}
            <ToldApart />
          </>
        )}
      </Loaded>
    </Page>
  );
}
