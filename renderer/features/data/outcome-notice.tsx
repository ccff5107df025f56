import { useTranslation } from 'react-i18next';
import type { PacketOutcome } from '../../../domain/packet.ts';
import { Notice } from '../../ui/notice.tsx';

/** What became of a packet, in words. */
export function OutcomeNotice({ outcome }: { outcome: PacketOutcome }) {
  const { t } = useTranslation('data');
  const { fileName, sender, applied, known, waiting, aside, isKept } = outcome;
  const from = sender?.name ?? fileName;
  if (aside !== null) {
    return (
      <Notice
        tone={aside === 'unknownDevice' || aside === 'gap' ? 'warning' : 'danger'}
        title={t('aside.was', { from })}
      >
        {t(`reason.${aside}`)}
        {!isKept && ` ${t('aside.notKept')}`}
      </Notice>
    );
  }
  const parts = [
    applied > 0 ? t('in.applied', { count: applied }) : null,
    known > 0 ? t('in.known', { count: known }) : null,
    waiting > 0 ? t('in.waiting', { count: waiting }) : null,
  ].filter((part) => part !== null);
  return (
    <Notice tone="success" title={t('in.done', { from })}>
      {parts.length === 0 ? t('in.nothingNew') : `${parts.join('. ')}.`}
    </Notice>
  );
}
