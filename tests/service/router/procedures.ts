import { type AnyProcedure, isProcedure } from '@orpc/server';
import { isContractProcedure } from '@orpc/contract';
import { contract } from '../../../domain/contract/contract.ts';
import { router } from '../../../service/router/router.ts';

export interface NamedProcedure {
  /** As it is called: 'people.search'. */
  name: string;
  procedure: AnyProcedure;
}

/** Every procedure of the real router. */
export function listProcedures(): NamedProcedure[] {
  return walk(router, []);
}

/** The name of every procedure of the contract. */
export function listContractNames(part: unknown = contract, path: readonly string[] = []): string[] {
  if (isContractProcedure(part)) return [path.join('.')];
  return entriesOf(part).flatMap(([key, inner]) => listContractNames(inner, [...path, key]));
}

function walk(part: unknown, path: readonly string[]): NamedProcedure[] {
  if (isProcedure(part)) return [{ name: path.join('.'), procedure: part }];
  return entriesOf(part).flatMap(([key, inner]) => walk(inner, [...path, key]));
}

function entriesOf(part: unknown): [string, unknown][] {
  return typeof part === 'object' && part !== null ? Object.entries(part) : [];
}
