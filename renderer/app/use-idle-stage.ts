import { useEffect, useState } from 'react';
import { findIdleStage, type IdleStage } from '../lib/idle.ts';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
const active: IdleStage = { stage: 'active' };
const tickMs = 1_000;

/**
 * Whether anyone is at this window: keys, mouse and touch are seen before any part of the page can stop them. Time is
 * read from the clock at each tick, so that a PC that slept locks as soon as it wakes. Null: it never locks.
 */
export function useIdleStage(idleMinutes: number | null): IdleStage {
  const [stage, setStage] = useState(active);
  useEffect(() => {
    if (idleMinutes === null) return;
    let lastSign = Date.now();
    const look = () => {
      const next = findIdleStage(Date.now() - lastSign, idleMinutes);
      setStage((known) => (next.stage === 'active' && known.stage === 'active' ? known : next));
    };
    const live = () => {
      // After a sleep the first touch comes before the tick: it is too late by then.
      look();
      if (findIdleStage(Date.now() - lastSign, idleMinutes).stage === 'lock') return;
      lastSign = Date.now();
      look();
    };
    const timer = setInterval(look, tickMs);
    for (const sign of signsOfLife) window.addEventListener(sign, live, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, live, { capture: true });
      setStage(active);
    };
  }, [idleMinutes]);
  return stage;
}
