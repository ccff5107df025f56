import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { contract } from '../../domain/contract/contract.ts';

/** The service as the screens see it, whatever carries the calls. */
export type ServiceClient = ContractRouterClient<typeof contract>;
export type Api = RouterUtils<ServiceClient>;

export function createApi(client: ServiceClient): Api {
  return createTanstackQueryUtils(client);
}

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>;
}

/** Query and mutation options, keys and direct calls of every procedure of the contract. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiProvider above it');
  return api;
}
