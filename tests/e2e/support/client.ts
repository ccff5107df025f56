import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../domain/contract/contract.ts';
import type { Application } from './application.ts';

/** The service's procedures, over the host of a window and as whoever is signed in there: for what a story need not type. */
export async function openClient({ page }: Application): Promise<ContractRouterClient<Contract>> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie } }));
}
