import { useEffect, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type UseFormReturn,
  useFormState,
  useWatch,
} from 'react-hook-form';

const prefix = 'yachay.draft.';

interface Draft {
  /** Whether the form began with what was typed before. */
  wasRestored: boolean;
  /** Forgets the draft: it was saved. */
  drop(): void;
  /** Forgets the draft and shows the stored values again. */
  discard(): void;
}

/**
 * Brings back what was typed into a form and not saved, for as long as the window lives; without a key it does
 * nothing. sessionStorage, so that no person's data outlives the window.
 */
export function useFormDraft<Input extends FieldValues, Output>(
  key: string | undefined,
  form: UseFormReturn<Input, unknown, Output>,
  defaultValues: DefaultValues<Input>,
): Draft {
  const [wasRestored, setWasRestored] = useState(false);
  const { reset } = form;
  useEffect(() => {
    const stored = key === undefined ? null : sessionStorage.getItem(prefix + key);
    if (stored === null) return;
    const values: Input = JSON.parse(stored);
    reset(values, { keepDefaultValues: true });
    setWasRestored(true);
  }, [key, reset]);

  const drop = () => {
    if (key !== undefined) sessionStorage.removeItem(prefix + key);
    setWasRestored(false);
  };
  const discard = () => {
    drop();
    reset(defaultValues);
  };
  return { wasRestored, drop, discard };
}

/** Keeps what is typed into the form around; a component of its own, so that a key redraws nothing else. */
export function DraftKeeper({ draftKey }: { draftKey: string }) {
  const values = useWatch();
  const { isDirty } = useFormState();
  useEffect(() => {
    if (isDirty) sessionStorage.setItem(prefix + draftKey, JSON.stringify(values));
  }, [isDirty, values, draftKey]);
  return null;
}

/** Forgets every draft of this window: whoever signs in next must not find them. */
export function dropAllDrafts(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  }
}
