import { useState } from 'react';
import { FirstChoice } from './first-choice.tsx';
import { RecoveryPage } from './recovery-page.tsx';
import { readSetupDraft } from './setup-draft.ts';
import { SetupWizard } from './setup-wizard.tsx';

/** The first start: the office's own data, those of a PC that has them already, or invented ones to look around in. */
export function SetupPage() {
  const [step, setStep] = useState<'choice' | 'wizard' | 'join'>(() =>
    readSetupDraft() === null ? 'choice' : 'wizard',
  );
  const goBack = () => setStep('choice');
  if (step === 'wizard') return <SetupWizard onLeave={goBack} />;
  if (step === 'join') return <RecoveryPage onBack={goBack} />;
  return <FirstChoice onSetUp={() => setStep('wizard')} onJoin={() => setStep('join')} />;
}
