import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationState, MissingRequirement } from '../../domain/accreditation.ts';
import { useFormat } from '../lib/format.ts';

/** Says why an accreditation stands as it does, and what is missing, in words. */
export function useAccreditationWords() {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  return useMemo(() => {
    const writeRequirement = ({ what, have, need }: MissingRequirement): string => {
      const values = { count: need ?? 0, need: format.number(need), have: format.number(have) };
      const hasSome = have !== null && (have > 0 || what === 'observation');
      if (what === 'renewal') {
        if (need === null) return t('missing.renewal', values);
        return t(hasSome ? 'missing.renewalOrTeachingSome' : 'missing.renewalOrTeaching', values);
      }
      return t(hasSome ? `missing.${what}Some` : `missing.${what}`, values);
    };

    const writeReason = ({ status, reason, since, until, missing }: AccreditationState): string => {
      const values = {
        since: format.longDate(since),
        until: format.longDate(until),
        missing: missing.map(writeRequirement).join('; '),
        count: missing[0]?.need ?? 0,
      };
      const hasEnd = until === null ? 'open' : 'ending';
      switch (reason) {
        case 'requirementsMissing':
        case 'accredited':
        case 'renewed':
          return t(`reason.${reason}.${hasEnd}`, values);
        case 'validityEnds':
        case 'activityEnds':
          return t(`reason.${reason}.${status === 'lapsed' ? 'past' : 'soon'}`, values);
        case 'readyToAccredit':
        case 'deadlinePassed':
        case 'suspended':
          return t(`reason.${reason}`, values);
      }
    };
    return { writeReason, writeRequirement };
  }, [t, format]);
}
