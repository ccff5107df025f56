import { Button, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edition, type EditionSummary, takesChanges } from '../../../domain/edition.ts';
import { type Enrolment, foreseeSeats } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { filterByPart } from '../../ui/fields/select-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useMovedUp } from './use-moved-up.ts';
import { useTakeBack } from '../../parts/use-take-back.ts';

interface TransferDialogProps {
  edition: Edition;
  /** Who has a seat or waits. */
  people: readonly Enrolment[];
  onClose(): void;
}

/** Moves people to another edition, and says beforehand who finds a seat there and what stays here. */
export function TransferDialog({ edition, people, onClose }: TransferDialogProps) {
  const { t } = useTranslation('editions');
  const editions = useQuery(useApi().editions.list.queryOptions({ input: { courseId: null } })).data ?? [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { transfer, refusal } = useTransfer(people, onClose);
  const offered = editions.filter(({ id, status }) => id !== edition.id && takesChanges(status));
  const target = offered.find(({ id }) => id === chosenId) ?? null;
  const [first] = people;
  const name = first === undefined ? '' : fullName(first);
  return (
    <Dialog opened onClose={onClose} title={t('transfer.title', { count: people.length, name })} size={560}>
      <Select
        label={t('transfer.to')}
        placeholder={t('common:choose')}
        data={offered
          // Another one of the same course is what is looked for most.
          .toSorted(
            (a, b) => Number(b.courseId === edition.courseId) - Number(a.courseId === edition.courseId),
          )
          .map(({ id, code, courseTitle, place }) => ({
            value: id,
            label: [code, courseTitle, place].join(' · '),
          }))}
        value={chosenId}
        onChange={setChosenId}
        allowDeselect={false}
        searchable
        filter={filterByPart}
        nothingFoundMessage={t('common:nothingFound')}
        data-autofocus
      />
      {target === null ? (
        <Text mt={14}>{t('transfer.text', { code: edition.code })}</Text>
      ) : (
        <Foresight target={target} people={people} code={edition.code} />
      )}
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="filled"
          disabled={target === null}
          onClick={() => target !== null && void transfer(target)}
        >
          {t('transfer.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What will happen: seats there, what stays here, and who lacks what the other course asks for. */
function Foresight({
  target,
  people,
  code,
}: {
  target: EditionSummary;
  people: readonly Enrolment[];
  code: string;
}) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const personIds = people.map(({ personId }) => personId);
  const input = { editionId: target.id, personIds };
  const missing = useQuery(useApi().enrolments.missing.queryOptions({ input })).data ?? [];
  const { toEnrol, toWait } = foreseeSeats(people.length, target.seats.free);
  const lacking = people.filter(({ personId }) => missing.some((one) => one.personId === personId));
  return (
    <>
      <Text mt={14} role="status">
        {[
          toEnrol === 0 ? null : t('transfer.toEnrol', { count: toEnrol }),
          toWait === 0 ? null : t('transfer.toWait', { count: toWait }),
          t('transfer.text', { code }),
        ]
          .filter((part) => part !== null)
          .join(' ')}
      </Text>
      {lacking.length > 0 && (
        <Notice tone="warning">
          {t('transfer.lacking', { count: lacking.length, names: format.list(lacking.map(fullName)) })}
        </Notice>
      )}
    </>
  );
}

function useTransfer(people: readonly Enrolment[], onDone: () => void) {
  const { t } = useTranslation('editions');
  const toast = useToast();
  const takeBack = useTakeBack();
  const withMovedUp = useMovedUp();
  const describeError = useDescribeError();
  const transferring = useMutation(useApi().enrolments.transfer.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);
  const transfer = async ({ id: editionId, code }: EditionSummary) => {
    try {
      const order = { enrolmentIds: people.map(({ id }) => id), editionId };
      const { enrolled, waiting, movedUp, done } = await transferring.mutateAsync(order);
      const values = { count: enrolled.length + waiting.length, code };
      toast.show({ text: withMovedUp(t('transfer.done', values), movedUp), undo: takeBack([done]) });
      onDone();
    } catch (error) {
      setRefusal(describeError(error));
    }
  };
  return { transfer, refusal };
}
