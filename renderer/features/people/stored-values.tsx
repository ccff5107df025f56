import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Person } from '../../../domain/person.ts';
import { type PersonInput, toDraft } from './person-draft.ts';

/**
 * Shows what is stored in a sheet that nobody is changing: after a save the names as they were put into shape, and
 * what another window has changed meanwhile.
 */
export function StoredValues({ person }: { person: Person }) {
  const { reset, formState } = useFormContext<PersonInput>();
  const isDirty = useRef(formState.isDirty);
  useEffect(() => {
    isDirty.current = formState.isDirty;
  }, [formState.isDirty]);
  useEffect(() => {
    if (!isDirty.current) reset(toDraft(person));
  }, [person, reset]);
  return null;
}
