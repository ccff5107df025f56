import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFieldSchema } from '../../../domain/import-columns.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { fieldGroups } from './field-groups.ts';
import { HeaderChoice } from './header-choice.tsx';
import desk from './import-desk.module.css';
import classes from './understanding.module.css';
import { createDraft, type ImportDraft } from './use-import-draft.ts';
import { useReading } from './use-reading.ts';

interface UnderstandingProps {
  draft: ImportDraft;
  onDraft(draft: ImportDraft): void;
  /** Brings a column into sight. */
  onColumn(letter: string): void;
}

/** Which sheet, which row has the headings, and what each column means; all of it correctable. */
export function Understanding({ draft, onDraft, onColumn }: UnderstandingProps) {
  const { t } = useTranslation('imports');
  const api = useApi();
  const describeError = useDescribeError();
  const reading = useReading();
  const { upload } = draft;
  const readAgain = async (sheetName: string, headerRow: number | null) => {
    const input = { uploadId: upload.uploadId, sheetName, headerRow };
    const read = await reading.read((signal) => api.imports.readAgain.call(input, { signal }));
    if (read !== null) onDraft(createDraft(read, draft.reading + 1));
  };
  return (
    <div className={desk['scroll']}>
      {reading.isReading && <ProgressPanel label={t('reading')} progress={null} onCancel={reading.cancel} />}
      {reading.error !== null && <Notice tone="danger">{describeError(reading.error)}</Notice>}
      {upload.sheetNames.length > 1 && (
        <NativeSelect
          label={t('understood.sheet')}
          value={upload.sheetName}
          data={upload.sheetNames}
          onChange={(event) => void readAgain(event.currentTarget.value, null)}
        />
      )}
      <HeaderChoice draft={draft} onChoose={(row) => void readAgain(upload.sheetName, row)} />
      <Columns draft={draft} onDraft={onDraft} onColumn={onColumn} />
    </div>
  );
}

function Columns({ draft, onDraft, onColumn }: UnderstandingProps) {
  const { t } = useTranslation('imports');
  const { upload, fields } = draft;
  const understood = fields.filter((field) => field !== 'ignored').length;
  const isCorrected = upload.columns.some(({ field }, index) => field !== fields[index]);
  const choose = (index: number, value: string) =>
    onDraft({ ...draft, fields: fields.with(index, importFieldSchema.parse(value)) });
  const options = [
    { value: 'ignored', label: t('field.ignored') },
    ...fieldGroups.map(({ id, fields: items }) => ({
      group: t(`fieldGroup.${id}`),
      items: items.map((value) => ({ value, label: t(`field.${value}`) })),
    })),
  ];
  return (
    <div>
      <div className={classes['head']}>
        <span>{t('understood.columns', { count: upload.columns.length, understood })}</span>
        {isCorrected && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onDraft({ ...draft, fields: upload.columns.map(({ field }) => field) })}
          >
            {t('understood.reset')}
          </Button>
        )}
      </div>
      <ul className={classes['columns']}>
        {upload.columns.map(({ letter, heading }, index) => {
          const field = fields[index] ?? 'ignored';
          return (
            <li key={letter} data-understood={field !== 'ignored' || undefined}>
              <span className={classes['letter']} aria-hidden>
                {letter}
              </span>
              <span className={classes['heading']} title={heading} aria-hidden>
                {heading || t('understood.noHeading')}
              </span>
              <NativeSelect
                size="xs"
                aria-label={t('understood.meaningOf', { letter, heading })}
                value={field}
                data={options}
                onFocus={() => onColumn(letter)}
                onChange={(event) => choose(index, event.currentTarget.value)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
