import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../lib/api.tsx';
import { useFormat } from '../lib/format.ts';
import { useSession } from '../lib/session.tsx';
import { Notice } from '../ui/notice.tsx';

/** Why a trainer sees no edition, and whom to ask; nothing for anyone else. */
export function OwnEditionsNotice({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useTranslation('access');
  const { user } = useSession();
  const names = useCoordinatorNames(user.role === 'trainer' && isEmpty);
  if (user.role !== 'trainer' || !isEmpty || names === null) return null;
  if (user.personId === null) {
    return (
      <Notice tone="warning" title={t('own.noPersonTitle')}>
        {t('own.noPerson', { names })}
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={t('own.noneTitle')}>
      {t('own.none', { names, person: user.personName })}
    </Notice>
  );
}

/** Whoever can help, by name; null until it is known. */
function useCoordinatorNames(isAsked: boolean): string | null {
  const { t } = useTranslation('access');
  const api = useApi();
  const format = useFormat();
  const users = useQuery(api.users.list.queryOptions({ enabled: isAsked }));
  if (users.isPending) return null;
  const coordinators = (users.data ?? []).filter(({ role, isActive }) => role === 'coordinator' && isActive);
  return coordinators.length === 0
    ? t('own.coordination')
    : format.list(coordinators.map(({ name }) => name));
}
