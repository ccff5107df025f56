import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../domain/import.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useUndoImport } from './use-undo-import.ts';

/** What became of the list, where its people are now, and the way back. */
export function ImportResult({ summary, onUndone }: { summary: ImportSummary; onUndone(): void }) {
  const { t } = useTranslation('imports');
  const { undo, refusal, isUndoing } = useUndoImport(onUndone);
  const { editionId, editionCode, enrolled, waiting, created, matched } = summary;
  const parts = [
    editionCode === null || enrolled === 0
      ? null
      : t('result.enrolled', { count: enrolled, code: editionCode }),
    waiting === 0 ? null : t('result.waiting', { count: waiting }),
    t('result.created', { count: created }),
    matched === 0 ? null : t('result.matched', { count: matched }),
  ];
  return (
    <>
      <Notice
        tone="success"
        title={t('result.title', { fileName: summary.fileName })}
        action={
          <Group gap={14} wrap="nowrap">
            {editionId === null ? (
              <TextLink to="/personas">{t('result.toPeople')}</TextLink>
            ) : (
              <TextLink to="/ediciones/$editionId" params={{ editionId }}>
                {t('result.toEdition')}
              </TextLink>
            )}
            <Button
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              disabled={isUndoing}
              onClick={() => void undo(summary)}
            >
              {t('undo.action')}
            </Button>
          </Group>
        }
      >
        {parts.filter((part) => part !== null).join(' ')}
      </Notice>
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
    </>
  );
}
