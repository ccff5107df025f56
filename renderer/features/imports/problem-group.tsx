import { useTranslation } from 'react-i18next';
import type { ImportProblem } from '../../../domain/import.ts';
import { FindingGroup } from './finding-group.tsx';
import classes from './findings.module.css';
import type { ProblemGroup as Group } from './problem-groups.ts';

interface ProblemGroupProps {
  group: Group;
  problems: readonly ImportProblem[];
  onShow(row: number, column: string): void;
}

/** Cells to look at, each with its sentence; a press shows it in the sheet. */
export function ProblemGroup({ group, problems, onShow }: ProblemGroupProps) {
  const { t } = useTranslation('imports');
  return (
    <FindingGroup title={t(`findings.group.${group}`)} findings={problems}>
      {({ row, column, code, value }) => (
        <li key={`${row} ${column} ${code}`}>
          <button type="button" className={classes['problem']} onClick={() => onShow(row, column)}>
            <b title={t('findings.cell', { row, column })}>{`${column}${row}`}</b>
            <span>{t(`problems:${code}`, { value })}</span>
          </button>
        </li>
      )}
    </FindingGroup>
  );
}
