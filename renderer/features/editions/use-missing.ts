import { useQuery } from '@tanstack/react-query';
import type { EditionId, PersonId } from '../../../domain/ids.ts';
import type { NamedCourse } from '../../../domain/prerequisite.ts';
import { useApi } from '../../lib/api.tsx';

/** What everyone in an edition lacks of what its course asks for. */
export type Missing = ReadonlyMap<PersonId, readonly NamedCourse[]>;

const nothing: Missing = new Map();

/** Loaded beside the list, which does not wait for it. */
export function useMissing(editionId: EditionId): Missing {
  const options = useApi().enrolments.missing.queryOptions({ input: { editionId, personIds: null } });
  const query = useQuery({
    ...options,
    select: (found) => new Map(found.map(({ personId, courses }) => [personId, courses])),
  });
  return query.data ?? nothing;
}
