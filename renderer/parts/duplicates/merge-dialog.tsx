import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentComparison } from '../../../domain/conflict.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { listDifferingFields, type MergeField, suggestFromGone } from '../../../domain/person-merge.ts';
import type { Person } from '../../../domain/person.ts';
import { fullName, surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import classes from './duplicates.module.css';
import { EnrolmentsCompared } from './enrolments-compared.tsx';
import { useFieldWords } from './use-field-words.ts';
import { useJoinChoices } from './use-join-choice.ts';
import { useUndo } from './use-undo.ts';
import { ValueChoice } from './value-choice.tsx';

interface MergeDialogProps {
  ids: readonly [PersonId, PersonId];
  onClose(): void;
  onMerged(): void;
}

/** Two records of one human side by side: which stays, and what of each is right. */
export function MergeDialog({ ids, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation('conflicts');
  const api = useApi();
  const [firstId, secondId] = ids;
  const comparison = useQuery(api.people.compare.queryOptions({ input: { firstId, secondId } }));
  return (
    <Dialog opened onClose={onClose} title={t('merge.title')} size="xl">
      <Loaded query={comparison}>
        {({ people, editions }) => (
          <MergeForm
            people={people.map(({ whole }) => whole)}
            editions={editions}
            onClose={onClose}
            onMerged={onMerged}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

interface MergeFormProps {
  people: readonly Person[];
  editions: readonly EnrolmentComparison[];
  onClose(): void;
  onMerged(): void;
}

function MergeForm({ people, editions, onClose, onMerged }: MergeFormProps) {
  const { t } = useTranslation('conflicts');
  const [first, second] = people;
  const { choiceOf, setChoice, joins } = useJoinChoices(editions);
  const { merge, problem, isMerging } = useMerge(onMerged);
  const [keptColumn, setKeptColumn] = useState(0);
  const [columns, setColumns] = useState<ReadonlyMap<MergeField, number>>(new Map());
  const fieldWords = useFieldWords();
  const group = useId();
  if (first === undefined || second === undefined) return null;
  const [kept, gone] = keptColumn === 0 ? [first, second] : [second, first];
  const suggested = new Set(suggestFromGone(kept, gone));
  const columnOf = (field: MergeField) =>
    columns.get(field) ?? (suggested.has(field) ? 1 - keptColumn : keptColumn);
  const fields = listDifferingFields(first, second);
  const submit = () =>
    merge({
      keptId: kept.id,
      goneId: gone.id,
      fromGone: fields.filter((field) => columnOf(field) !== keptColumn),
      enrolments: joins(),
    });
  return (
    <>
      <p>{t('merge.text')}</p>
      <table className={classes['table']} aria-label={t('merge.title')}>
        <tbody>
          <ValueChoice
            label={t('merge.kept')}
            name={`${group} kept`}
            values={[surnamesFirst(first), surnamesFirst(second)]}
            chosen={keptColumn}
            onChoose={setKeptColumn}
          />
          {fields.map((field) => (
            <ValueChoice
              key={field}
              label={t(`field.${field}`)}
              name={`${group} ${field}`}
              values={[fieldWords(first, field), fieldWords(second, field)]}
              chosen={columnOf(field)}
              onChoose={(column) => setColumns((before) => new Map(before).set(field, column))}
            />
          ))}
        </tbody>
      </table>
      {editions.map((comparison) => (
        <section key={comparison.editionId} aria-label={comparison.editionCode}>
          <h3>{t('merge.bothEnrolled', { course: comparison.courseTitle, code: comparison.editionCode })}</h3>
          <EnrolmentsCompared
            comparison={comparison}
            choice={choiceOf(comparison)}
            onChoose={(choice) => setChoice(comparison, choice)}
          />
        </section>
      ))}
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button variant="filled" disabled={isMerging} onClick={() => void submit()}>
          {t('merge.submit')}
        </Button>
      </DialogActions>
    </>
  );
}

function useMerge(onMerged: () => void) {
  const { t } = useTranslation('conflicts');
  const api = useApi();
  const toast = useToast();
  const undoable = useUndo();
  const describe = useDescribeError();
  const [problem, setProblem] = useState<string | null>(null);
  const { mutateAsync, isPending } = useMutation(api.people.merge.mutationOptions());
  const merge = async (input: Parameters<typeof mutateAsync>[0]) => {
    try {
      const { person, done } = await mutateAsync(input);
      toast.show({ text: t('merge.done', { name: fullName(person) }), tone: 'success', ...undoable(done) });
      onMerged();
    } catch (error) {
      setProblem(describe(error));
    }
  };
  return { merge, problem, isMerging: isPending };
}
