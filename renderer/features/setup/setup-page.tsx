import { useState } from 'react';
import { FirstChoice } from './first-choice.tsx';
import { readSetupDraft } from './setup-draft.ts';
import { SetupWizard } from './setup-wizard.tsx';

/** The first start: the office's own data, or invented ones to look around in. */
export function SetupPage() {
  const [isSettingUp, setIsSettingUp] = useState(() => readSetupDraft() !== null);
  return isSettingUp ? (
    <SetupWizard onLeave={() => setIsSettingUp(false)} />
  ) : (
    <FirstChoice onSetUp={() => setIsSettingUp(true)} />
  );
}
