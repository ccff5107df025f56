import { isContractProcedure } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../domain/contract/contract.ts';

const declaredErrorsSchema = z.record(z.string(), z.object({ status: z.number().optional() }));

/** Every error that a procedure declares: 'people.remove PERSON_IN_USE' and its HTTP status. */
function listErrors(part: unknown = contract, path: readonly string[] = []): [string, number | undefined][] {
  if (isContractProcedure(part)) {
    const errors = Object.entries(declaredErrorsSchema.parse(part['~orpc'].errorMap));
    return errors.map(([tag, { status }]) => [`${path.join('.')} ${tag}`, status]);
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => listErrors(inner, [...path, key]));
}

describe('the errors of the contract', () => {
  test('an expected refusal is never answered as a fault of the server: it has a 4xx status', () => {
    const errors = listErrors();
    expect(errors.length).toBeGreaterThan(200);
    const isRefusal = (status = 500) => status >= 400 && status < 500;
    const faults = errors.filter(([, status]) => !isRefusal(status));
    expect(faults.filter(([name]) => !name.endsWith(' FAULT'))).toEqual([]);
    expect(new Set(faults.map(([, status]) => status))).toEqual(new Set([500]));
  });
});
