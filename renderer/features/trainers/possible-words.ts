import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import type { AccreditationState, AccreditationWord } from '../../../domain/accreditation.ts';

/** What can be said of an accreditation as it stands, the next step first. */
export function listPossibleWords(
  { status, missing }: AccreditationState,
  rule: AccreditationRule | null,
): AccreditationWord[] {
  const lacksAgreement = rule?.needsAgreement === true && missing.some(({ what }) => what === 'agreement');
  switch (status) {
    case 'candidate':
      return lacksAgreement ? ['accredited', 'agreementSigned'] : ['accredited'];
    case 'accredited':
    case 'dueSoon':
      return ['renewed', 'suspended'];
    case 'lapsed':
      return ['renewed'];
    case 'suspended':
      return ['lifted'];
  }
}
