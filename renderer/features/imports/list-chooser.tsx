import { useTranslation } from 'react-i18next';
import { useDescribeError } from '../../lib/errors.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import type { Reading } from './use-reading.ts';

const endings = ['.xlsx', '.xls', '.ods', '.csv', '.txt'];

interface ListChooserProps {
  reading: Reading;
  onFile(file: File): void;
  isCompact?: boolean;
}

/** The place for their file; why it could not be read stands where it was dropped. */
export function ListChooser({ reading, onFile, isCompact = false }: ListChooserProps) {
  const { t } = useTranslation('imports');
  const describeError = useDescribeError();
  return (
    <>
      <FileDrop
        label={t(isCompact ? 'drop.another' : 'drop.label')}
        hint={t('drop.hint')}
        accept={endings}
        onFile={onFile}
        error={reading.error === null ? null : describeError(reading.error)}
        compact={isCompact}
      />
      {reading.isReading && <ProgressPanel label={t('reading')} progress={null} onCancel={reading.cancel} />}
    </>
  );
}
