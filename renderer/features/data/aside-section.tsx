import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PacketAside } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useLongTask } from '../../lib/use-long-task.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './data.module.css';
import { OutcomeNotice } from './outcome-notice.tsx';

/**
 * The packets that could not be taken in, each with why and what can be done. What came of accepting one is said here
 * too, also when it was the last of them.
 */
export function AsideSection({ packets }: { packets: readonly PacketAside[] }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const describeError = useDescribeError();
  const accepting = useLongTask(api.exchange.acceptDevice.call);
  if (packets.length === 0 && accepting.state === 'idle') return null;
  return (
    <Section title={t('aside.title')}>
      <div className={classes['stack']}>
        {accepting.state === 'running' && (
          <ProgressPanel label={t('in.taking')} progress={accepting.progress} onCancel={accepting.cancel} />
        )}
        {accepting.state === 'failed' && <Notice tone="danger">{describeError(accepting.error)}</Notice>}
        {accepting.state === 'done' && <OutcomeNotice outcome={accepting.result} />}
        {packets.map((packet) => (
          <AsidePacket
            key={packet.id}
            packet={packet}
            onAccept={() => void accepting.start({ asideId: packet.id })}
          />
        ))}
      </div>
    </Section>
  );
}

interface AsidePacketProps {
  packet: PacketAside;
  onAccept(): void;
}

function AsidePacket({ packet, onAccept }: AsidePacketProps) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  const { can } = useSession();
  const discarding = useMutation(api.exchange.discardAside.mutationOptions());
  const name = packet.sender?.name ?? packet.fileName;
  const isUnknown = packet.reason === 'unknownDevice' || packet.reason === 'retired';
  const accept = async () => {
    const question = {
      title: t('aside.acceptTitle', { name }),
      text: t('aside.acceptText'),
      confirmLabel: t('aside.accept'),
    };
    if (await confirm(question)) onAccept();
  };
  const discard = async () => {
    const question = {
      title: t('aside.discardTitle'),
      text: t('aside.discardText'),
      confirmLabel: t('aside.discard'),
      danger: true,
    };
    if (await confirm(question)) discarding.mutate({ asideId: packet.id });
  };
  return (
    <article className={classes['aside']} aria-label={name}>
      <div className={classes['asideText']}>
        <strong>{name}</strong>
        <span>
          {t('aside.when', {
            count: packet.entries,
            when: format.dateTime(packet.receivedAt),
            file: packet.fileName,
          })}
        </span>
        <span>{t(`reason.${packet.reason}`)}</span>
        {isUnknown && packet.fingerprint !== null && (
          <span>
            {t('aside.fingerprint')} <b className={classes['fingerprint']}>{packet.fingerprint}</b>
          </span>
        )}
        {isUnknown && !can('coordinator') && <span>{t('aside.coordinatorAccepts')}</span>}
      </div>
      {can('coordinator') && (
        <div className={classes['row']}>
          <Button variant="subtle" onClick={() => void discard()}>
            {t('aside.discard')}
          </Button>
          {isUnknown && <Button onClick={() => void accept()}>{t('aside.accept')}</Button>}
          {packet.reason === 'future' && <Button onClick={onAccept}>{t('aside.takeAnyway')}</Button>}
        </div>
      )}
    </article>
  );
}
