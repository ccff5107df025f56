import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useSession } from '../../lib/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Named, useAskAboutMissing, useAskForException } from './use-ask-words.tsx';
import { useTakeBack } from '../../parts/use-take-back.ts';

/** What people come for: a seat, or only to be noted down until somebody decides. */
export type Intent = 'enrol' | 'request';

interface Outcome {
  enrolled: readonly string[];
  waiting: readonly string[];
  alreadyEnrolled: readonly string[];
}

/**
 * Enrols people, or notes their request, and says what came of it; answers whether it was done. Where the course asks
 * for something that they lack, where the edition is closed, or where it is full and a coordinator enrols one
 * person, it asks for the word that is recorded.
 */
export function useEnrol({ id: editionId, status }: Edition) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const toast = useToast();
  const askForException = useAskForException();
  const askAboutMissing = useAskAboutMissing(editionId);
  const takeBack = useTakeBack();
  const { can } = useSession();
  const describeError = useDescribeError();
  const enrolling = useMutation(api.enrolments.enrol.mutationOptions());
  const requesting = useMutation(api.enrolments.request.mutationOptions());

  const enrolOrAsk = async (people: readonly Named[]) => {
    const missing = await askAboutMissing(people);
    if (missing === null) return null;
    const personIds = people.map(({ personId }) => personId);
    const order = { editionId, personIds, exceptionReason: null, prerequisiteReason: missing.word };
    const exceptionOf = async (why: 'full' | 'closed') => {
      const reason = await askForException(why);
      return reason === null ? null : enrolling.mutateAsync({ ...order, exceptionReason: reason });
    };
    if (status === 'closed') {
      const outcome = await exceptionOf('closed');
      return outcome === null ? null : { ...outcome, done: [] };
    }
    const outcome = await enrolling.mutateAsync(order);
    const mayAsk = people.length === 1 && outcome.waiting.length > 0 && can('coordinator');
    const seated = mayAsk ? await exceptionOf('full') : null;
    return seated === null
      ? { ...outcome, done: [outcome.done] }
      : { ...seated, done: [outcome.done, seated.done] };
  };

  /** 'Mamani, Juana: inscripción registrada.' or '12 personas inscritas, 3 en la lista de espera.' */
  const tell = (people: readonly Named[], { enrolled, waiting, alreadyEnrolled }: Outcome) => {
    const [first] = people;
    if (people.length === 1 && first !== undefined) {
      const key = enrolled.length > 0 ? 'enrolled' : waiting.length > 0 ? 'waits' : 'alreadyThere';
      return t(`enrol.${key}`, { name: first.name });
    }
    const parts = [
      t('enrolMany.enrolled', { count: enrolled.length }),
      waiting.length === 0 ? null : t('enrolMany.waiting', { count: waiting.length }),
      alreadyEnrolled.length === 0 ? null : t('enrolMany.alreadyThere', { count: alreadyEnrolled.length }),
    ];
    return `${parts.filter((part) => part !== null).join(', ')}.`;
  };

  const enrol = async (people: readonly Named[]): Promise<boolean> => {
    const outcome = await enrolOrAsk(people);
    if (outcome === null) return false;
    const isUndoable = outcome.done.length > 0 && outcome.enrolled.length + outcome.waiting.length > 0;
    const undo = isUndoable ? { undo: takeBack(outcome.done) } : {};
    toast.show({ text: tell(people, outcome), ...undo });
    return true;
  };

  const request = async (people: readonly Named[]): Promise<boolean> => {
    const personIds = people.map(({ personId }) => personId);
    const { requested, done } = await requesting.mutateAsync({ editionId, personIds });
    const values = { name: people[0]?.name, count: requested.length };
    const text = t(
      people.length > 1 ? 'request.many' : requested.length === 1 ? 'request.noted' : 'enrol.alreadyThere',
      values,
    );
    toast.show({ text, ...(requested.length === 0 ? {} : { undo: takeBack([done]) }) });
    return true;
  };

  return async (people: readonly Named[], intent: Intent): Promise<boolean> => {
    try {
      return await (intent === 'request' ? request(people) : enrol(people));
    } catch (error) {
      toast.show({ text: describeError(error), tone: 'danger' });
      return false;
    }
  };
}
