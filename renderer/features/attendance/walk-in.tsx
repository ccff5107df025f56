import { useMutation } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EditionId, type PersonId, personIdSchema } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { RemoteSelect } from '../../ui/remote-select.tsx';
import type { RemoteOption } from '../../lib/remote-option.ts';
import { useToast } from '../../ui/toast.tsx';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';

export type WalkInForm = ComponentType<{
  /** What was typed: a name or an identity number. */
  text: string;
  onClose(): void;
  onReady(personId: PersonId, name: string): Promise<void>;
}>;

interface WalkInProps {
  editionId: EditionId;
  session: Session;
  rows: readonly AttendanceRow[];
  store: AttendanceStore;
  NewPersonForm: WalkInForm;
}

/** Someone turned up who is not on the list: type a name or identity number, Enter enrols and marks present. */
export function WalkIn({ editionId, session, rows, store, NewPersonForm }: WalkInProps) {
  const { t } = useTranslation('attendance');
  const search = usePeopleSearch();
  const [round, setRound] = useState(0);
  const [newPerson, setNewPerson] = useState<string | null>(null);
  const admit = useAdmit({ editionId, session, rows, store });

  const add = async (personId: PersonId, name: string) => {
    await admit(personId, name);
    setRound((before) => before + 1);
  };
  const choose = (option: RemoteOption | null) => {
    const id = personIdSchema.safeParse(option?.value);
    if (option !== null && id.success) void add(id.data, option.label);
  };
  return (
    <>
      <RemoteSelect
        key={round}
        label={t('walkIn.label')}
        placeholder={t('walkIn.placeholder')}
        value={null}
        onChange={choose}
        search={search}
        onCreate={setNewPerson}
        createLabel={(name) => t('walkIn.create', { name })}
        autoFocus={round > 0}
      />
      {newPerson !== null && (
        <NewPersonForm
          text={newPerson}
          onClose={() => setNewPerson(null)}
          onReady={async (personId, name) => {
            setNewPerson(null);
            await add(personId, name);
          }}
        />
      )}
    </>
  );
}

/** Enrols whoever is not on the list and marks them present; where there is no seat, a coordinator may take the person in all the same. */
function useAdmit({ editionId, session, rows, store }: Omit<WalkInProps, 'NewPersonForm'>) {
  const { t } = useTranslation('attendance');
  const api = useApi();
  const toast = useToast();
  const confirm = useConfirm();
  const format = useFormat();
  const describeError = useDescribeError();
  const { can } = useSession();
  const enrol = useMutation(api.enrolments.enrol.mutationOptions());

  const askForSeat = async (): Promise<string | null> => {
    if (!can('coordinator')) return null;
    const answer = await confirm({
      title: t('walkIn.full.title'),
      text: t('walkIn.full.text'),
      confirmLabel: t('walkIn.full.confirm'),
      requireReason: { label: t('walkIn.full.reason') },
    });
    return answer === false ? null : answer.reason;
  };

  /** Nobody is sent away at the door for what they lack: who coordinates finds it in the list of participants. */
  const tellMissing = async (personId: PersonId): Promise<string> => {
    const [missing] = await api.enrolments.missing.call({ editionId, personIds: [personId] });
    if (missing === undefined) return '';
    return t('walkIn.lacks', { courses: format.list(missing.courses.map(({ title }) => title)) });
  };

  return async (personId: PersonId, name: string) => {
    try {
      const order = { editionId, personIds: [personId], prerequisiteReason: null };
      const first = await enrol.mutateAsync({ ...order, exceptionReason: null });
      const reason = first.enrolled.length === 0 && first.waiting.length > 0 ? await askForSeat() : null;
      const outcome =
        reason === null ? first : await enrol.mutateAsync({ ...order, exceptionReason: reason });
      const seated =
        outcome.enrolled[0] ?? rows.find((row) => row.enrolment.personId === personId)?.enrolment.id;
      if (seated !== undefined) store.set([{ row: seated, column: session.id, value: 'P' }]);
      const text = t(`walkIn.${outcomeOf(outcome, seated !== undefined)}`, { name });
      toast.show({ text: `${text} ${await tellMissing(personId)}`.trim() });
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
    }
  };
}

interface Outcome {
  enrolled: readonly string[];
  waiting: readonly string[];
}

function outcomeOf({ enrolled, waiting }: Outcome, isPresent: boolean) {
  if (enrolled.length > 0) return 'admitted';
  if (waiting.length > 0) return 'waits';
  return isPresent ? 'alreadyPresent' : 'alreadyThere';
}
