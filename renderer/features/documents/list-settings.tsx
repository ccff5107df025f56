import { useTranslation } from 'react-i18next';
import {
  type DocumentOrder,
  enrolmentGroupSchema,
  enrolmentListColumnSchema,
  orientationSchema,
} from '../../../domain/contract/documents.ts';
import { Segments } from '../../ui/segments.tsx';
import { ColumnsField } from './columns-field.tsx';
import classes from './documents.module.css';

export type ListChoice = Pick<
  DocumentOrder & { kind: 'enrolmentList' },
  'orientation' | 'columns' | 'groups'
>;

export const firstListChoice: ListChoice = {
  orientation: 'portrait',
  columns: ['identityCard', 'phone', 'status'],
  groups: ['seated', 'waiting', 'requested'],
};

interface ListSettingsProps {
  choice: ListChoice;
  onChoice(choice: ListChoice): void;
}

/** The choices of a list of enrolments: how it lies, who stands on it, and which columns. */
export function ListSettings({ choice, onChoice }: ListSettingsProps) {
  const { t } = useTranslation('documents');
  return (
    <>
      <div className={classes['field']}>
        <span aria-hidden>{t('orientation.label')}</span>
        <Segments
          label={t('orientation.label')}
          options={orientationSchema.options.map((value) => ({ value, label: t(`orientation.${value}`) }))}
          value={choice.orientation}
          onChange={(value) => onChoice({ ...choice, orientation: orientationSchema.parse(value) })}
        />
      </div>
      <ColumnsField
        legend={t('groups.label')}
        options={enrolmentGroupSchema.options.map((value) => ({ value, label: t(`groups.${value}`) }))}
        chosen={choice.groups}
        onChange={(groups) => onChoice({ ...choice, groups })}
      />
      <ColumnsField
        legend={t('columns.label')}
        options={enrolmentListColumnSchema.options.map((value) => ({ value, label: t(`columns.${value}`) }))}
        chosen={choice.columns}
        onChange={(columns) => onChoice({ ...choice, columns })}
      />
    </>
  );
}
