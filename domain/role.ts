import { z } from 'zod';

/**
 * What a user may do, weakest first: a reader looks; a trainer also marks attendance and grades and adds whoever
 * turns up; a registrar also keeps people, courses and enrolments; a coordinator also closes editions, issues
 * certificates and changes the office itself.
 */
export const roleSchema = z.enum(['reader', 'trainer', 'registrar', 'coordinator']);
export type Role = z.infer<typeof roleSchema>;

/** Whether someone with role `has` may do what asks for role `needs`. */
export function roleAllows(has: Role, needs: Role): boolean {
  return roleSchema.options.indexOf(has) >= roleSchema.options.indexOf(needs);
}
