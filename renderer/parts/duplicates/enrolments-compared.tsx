import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentComparison, EnrolmentDifference, EnrolmentSide } from '../../../domain/conflict.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './duplicates.module.css';
import { useDoneWords } from './use-done-words.ts';
import { differenceId, type JoinChoice } from './use-join-choice.ts';
import { ValueChoice } from './value-choice.tsx';

interface EnrolmentsComparedProps {
  comparison: EnrolmentComparison;
  choice: JoinChoice;
  onChoose(choice: JoinChoice): void;
}

/** The enrolments of one human in an edition side by side: which stays, and whose word stands where they differ. */
export function EnrolmentsCompared({ comparison, choice, onChoose }: EnrolmentsComparedProps) {
  const { t } = useTranslation('conflicts');
  const describe = useSideWords();
  const name = useDifferenceWords();
  const group = useId();
  const { sides, differences } = comparison;
  const columnOf = (enrolmentId: string) => sides.findIndex((side) => side.enrolmentId === enrolmentId);
  const take = (id: string, column: number) => {
    const from = sides[column]?.enrolmentId;
    if (from !== undefined) onChoose({ ...choice, takenFrom: new Map(choice.takenFrom).set(id, from) });
  };
  return (
    <table
      className={classes['table']}
      aria-label={t('twoEnrolments.table', { code: comparison.editionCode })}
    >
      <tbody>
        <ValueChoice
          label={t('twoEnrolments.kept')}
          name={`${group} kept`}
          values={sides.map(describe)}
          chosen={columnOf(choice.keptId)}
          onChoose={(column) => {
            const keptId = sides[column]?.enrolmentId;
            if (keptId !== undefined) onChoose({ ...choice, keptId });
          }}
        />
        {differences.map((difference) => {
          const id = differenceId(difference);
          const values = sides.map(({ enrolmentId }) => name.value(difference, enrolmentId));
          const stands = choice.takenFrom.get(id) ?? choice.keptId;
          const chosen =
            (values[columnOf(stands)] ?? null) === null
              ? values.findIndex((value) => value !== null)
              : columnOf(stands);
          return (
            <ValueChoice
              key={id}
              label={name.fact(difference)}
              name={`${group} ${id}`}
              values={values}
              chosen={chosen}
              onChoose={(column) => take(id, column)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

/** An enrolment in one line. */
function useSideWords(): (side: EnrolmentSide) => string {
  const { t } = useTranslation('conflicts');
  const words = useDoneWords();
  return ({ status, marks, grades, folios, made }) =>
    [
      t(`enrolmentStatus.${status}`),
      t('use.marks', { count: marks }),
      t('use.grades', { count: grades }),
      ...folios,
      t('made', { done: words(made) }),
    ].join(' · ');
}

function useDifferenceWords() {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  return {
    fact: (difference: EnrolmentDifference) =>
      difference.of === 'mark'
        ? t('twoEnrolments.mark', { date: format.weekdayDate(difference.date) })
        : difference.title,
    value: (difference: EnrolmentDifference, enrolmentId: string): string | null => {
      if (difference.of === 'grade') {
        const found = difference.values.find((value) => value.enrolmentId === enrolmentId);
        return found === undefined ? null : format.number(found.score);
      }
      const found = difference.values.find((value) => value.enrolmentId === enrolmentId);
      return found === undefined ? null : t(`attendance:mark.${found.mark}`);
    },
  };
}
