import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../domain/programme.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import { ProgrammeDialog } from './programme-dialog.tsx';
import classes from './settings.module.css';

/** The programmes and the themes that their courses belong to. */
export function ProgrammesPage() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const { can } = useSession();
  const programmes = useQuery(api.programmes.list.queryOptions());
  const [edited, setEdited] = useState<Programme | 'new' | null>(null);
  return (
    <div className={classes['narrow']}>
      {can('coordinator') ? (
        <TabTools>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            {t('programmes.add')}
          </Button>
        </TabTools>
      ) : (
        <Notice tone="neutral">{t('coordinatorChanges')}</Notice>
      )}
      <p className={classes['explained']}>{t('programmes.text')}</p>
      <Loaded query={programmes}>
        {(all) => (
          <>
            {all.length === 0 && <EmptyState title={t('programmes.none')} text={t('programmes.noneText')} />}
            {all.map((programme) => (
              <ProgrammeSection
                key={programme.id}
                programme={programme}
                {...(can('coordinator') ? { onEdit: () => setEdited(programme) } : {})}
              />
            ))}
          </>
        )}
      </Loaded>
      {edited !== null && (
        <ProgrammeDialog programme={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}

function ProgrammeSection({ programme, onEdit }: { programme: Programme; onEdit?: () => void }) {
  const { t } = useTranslation('settings');
  const { name, donor, themes } = programme;
  return (
    <Section
      title={name}
      action={
        onEdit !== undefined && (
          <Button
            variant="subtle"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            aria-label={t('programmes.editOf', { name })}
            onClick={onEdit}
          >
            {t('common:edit')}
          </Button>
        )
      }
    >
      {donor !== null && <p className={classes['explained']}>{t('programmes.financedBy', { donor })}</p>}
      {themes.length === 0 ? (
        <p className={classes['explained']}>{t('programmes.noThemes')}</p>
      ) : (
        <ol className={classes['themes']}>
          {themes.map((theme) => (
            <li key={theme.id}>{theme.name}</li>
          ))}
        </ol>
      )}
    </Section>
  );
}
