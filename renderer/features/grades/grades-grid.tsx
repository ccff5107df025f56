import { type KeyboardEvent, memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { type Assessment, computeFinalGrade } from '../../../domain/grade.ts';
import type { AssessmentId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useFormat } from '../../lib/format.ts';
import { FinalGrade } from './final-grade.tsx';
import type { GradeStore } from './grade-store.ts';
import classes from './grades.module.css';
import { ScoreCell } from './score-cell.tsx';

interface GradesGridProps {
  assessments: readonly Assessment[];
  enrolments: readonly Enrolment[];
  store: GradeStore;
  passMark: number;
  isReadOnly: boolean;
}

const steps: Record<string, readonly [number, number]> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Goes to the field below (Enter, arrow down) or above; Tab goes across by itself. */
function moveBetweenScores(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' && event.shiftKey ? ([-1, 0] as const) : steps[event.key];
  const place = event.currentTarget.dataset['place'];
  if (step === undefined || place === undefined) return;
  const [row = 0, column = 0] = place.split(':').map(Number);
  const table = event.currentTarget.closest('table');
  const next = table?.querySelector<HTMLInputElement>(`[data-place="${row + step[0]}:${column + step[1]}"]`);
  event.preventDefault();
  next?.focus();
  next?.select();
}

/** People by assessments: a score typed is saved when left, and the final grade moves along. */
export function GradesGrid({ assessments, enrolments, store, passMark, isReadOnly }: GradesGridProps) {
  const { t } = useTranslation('grades');
  const format = useFormat();
  /** 'Práctica, pesa 50 %'; the kind is left out where the title says it already. */
  const writeWeight = ({ kind, title, weight }: Assessment) => {
    const word = weight === 0 ? t('comparisonOnly') : t('weighs', { weight: format.percent(weight) });
    return t(`kind.${kind}`) === title ? word : `${t(`kind.${kind}`)}, ${word}`;
  };
  return (
    <div className={classes['scroller']} role="region" aria-label={t('gridLabel')} tabIndex={0}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col" className={classes['number']}>
              {t('column.number')}
            </th>
            <th scope="col" className={classes['name']}>
              {t('column.name')}
            </th>
            {assessments.map((assessment) => (
              <th key={assessment.id} scope="col" className={classes['score']}>
                {assessment.title}
                <small>{writeWeight(assessment)}</small>
              </th>
            ))}
            <th scope="col" className={classes['final']}>
              {t('column.final')}
            </th>
          </tr>
        </thead>
        <tbody>
          {enrolments.map((enrolment, index) => (
            <GradeRow
              key={enrolment.id}
              enrolment={enrolment}
              index={index}
              assessments={assessments}
              store={store}
              passMark={passMark}
              isReadOnly={isReadOnly}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GradeRowProps extends Omit<GradesGridProps, 'enrolments'> {
  enrolment: Enrolment;
  index: number;
}

const GradeRow = memo(function GradeRow(props: GradeRowProps) {
  const { enrolment, index, assessments, store, passMark, isReadOnly } = props;
  const { id } = enrolment;
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id]);
  const cells = useSyncExternalStore(subscribe, () => store.getRow(id));
  const name = surnamesFirst(enrolment);
  const grade = useMemo(() => {
    const scores = new Map<AssessmentId, number>();
    for (const [assessmentId, { value }] of cells) if (value !== null) scores.set(assessmentId, value);
    return computeFinalGrade(assessments, scores);
  }, [cells, assessments]);
  return (
    <tr>
      <td className={classes['number']}>{index + 1}</td>
      <th scope="row" className={classes['name']}>
        {name}
      </th>
      {assessments.map((assessment, column) => (
        <td key={assessment.id} className={classes['score']}>
          <ScoreCell
            label={`${assessment.title}, ${name}`}
            place={`${index}:${column}`}
            cell={cells.get(assessment.id)}
            isReadOnly={isReadOnly}
            onScore={(value) => store.set([{ row: id, column: assessment.id, value }])}
            onMove={moveBetweenScores}
            onRetry={() => store.retry()}
          />
        </td>
      ))}
      <td className={classes['final']}>
        <FinalGrade grade={grade} passMark={passMark} />
      </td>
    </tr>
  );
});
