import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, CourseDraft } from '../../../domain/course.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useToast } from '../../ui/toast.tsx';

/** What of a stored course can be changed. */
export function toDraft(course: Course): CourseDraft {
  const { id: _id, themeName: _themeName, editionCount: _count, prerequisites: _named, ...draft } = course;
  return draft;
}

/** Saving and deleting a course, each with a way back; `refusal` says why deleting was refused. */
export function useCourseActions(course: Course) {
  const { t } = useTranslation('courses');
  const api = useApi();
  const toast = useToast();
  const navigate = useNavigate();
  const describeError = useDescribeError();
  const updating = useMutation(api.courses.update.mutationOptions());
  // Left before anything is fetched anew (that waits for the end of a mutation): what is gone cannot be asked for.
  const removing = useMutation(
    api.courses.remove.mutationOptions({ onSuccess: () => navigate({ to: '/cursos' }) }),
  );
  const restoring = useMutation(api.courses.restore.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, title } = course;

  const save = async (draft: CourseDraft) => {
    const before = toDraft(course);
    await updating.mutateAsync({ id, draft });
    toast.show({
      text: t('saved', { title: draft.title }),
      undo: () => updating.mutateAsync({ id, draft: before }),
    });
  };

  const remove = async () => {
    setRefusal(null);
    try {
      await removing.mutateAsync({ id });
    } catch (error) {
      setRefusal(describeError(error));
      return;
    }
    toast.show({ text: t('removed', { title }), undo: () => restoring.mutateAsync({ id }) });
  };

  return { save, remove, refusal, forgetRefusal: () => setRefusal(null) };
}
