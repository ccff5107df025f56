import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationRequirements } from '../../../domain/accreditation-rule.ts';
import type { CourseId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';

/** Writes what a rule asks for, to be accredited and to stay so, in words. */
export function useRuleWords() {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const courses = useQuery(useApi().courses.list.queryOptions());
  return useMemo(() => {
    const titleOf = (id: CourseId) => (courses.data ?? []).find((course) => course.id === id)?.title ?? '';
    const counted = (key: string, count: number | null) =>
      count === null || count === 0 ? [] : [t(`rule.words.${key}`, { count })];

    const writeConditions = (rule: AccreditationRequirements): string[] => [
      ...(rule.trainingCourseId === null
        ? []
        : [t('rule.words.training', { course: titleOf(rule.trainingCourseId) })]),
      ...counted('assisted', rule.editionsAssisted),
      ...counted('led', rule.editionsLed),
      ...(rule.observationScore === null
        ? []
        : [t('rule.words.observation', { score: format.number(rule.observationScore) })]),
      ...(rule.needsAgreement ? [t('rule.words.agreement')] : []),
      ...counted('within', rule.withinMonths),
    ];

    const writeUpkeep = (rule: AccreditationRequirements): string[] => [
      ...(rule.validityMonths === null
        ? [t('rule.words.forGood')]
        : counted('validity', rule.validityMonths)),
      ...counted('aYear', rule.editionsAYear),
      ...(rule.refresherCourseId === null
        ? []
        : [t('rule.words.refresher', { course: titleOf(rule.refresherCourseId) })]),
      ...counted('renewedBy', rule.renewedByEditions),
    ];
    return { writeConditions, writeUpkeep };
  }, [t, format, courses.data]);
}
