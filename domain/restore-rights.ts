import { type Role, roleAllows } from './role.ts';

/**
 * Who may put an earlier value back, by the table: whoever may type it. A table that is not here has values that
 * only its own steps write (enrolling, closing, issuing): what was done there is undone instead.
 */
const neededRoles: Readonly<Record<string, Role>> = {
  assessment: 'trainer',
  attendance_mark: 'trainer',
  course: 'registrar',
  course_module: 'registrar',
  edition: 'registrar',
  enterprise: 'registrar',
  grade: 'trainer',
  office: 'coordinator',
  person: 'registrar',
  programme: 'coordinator',
  session: 'registrar',
  signatory: 'coordinator',
  user_account: 'coordinator',
};

/** Columns of those tables that only their own steps write. */
const steppedColumns: Readonly<Record<string, readonly string[]>> = {
  assessment: ['edition_id', 'position_in_list'],
  course_module: ['course_id', 'position_in_list'],
  edition: ['status', 'closed_at', 'results_digest'],
  enterprise: ['person_id', 'import_id'],
  office: ['logo_id', 'recovery_hash', 'idle_minutes'],
  person: ['import_id', 'merged_into'],
  session: ['edition_id'],
  signatory: ['position_in_list'],
  user_account: ['password_hash'],
};

/** The role that putting values of a table back needs; null where it cannot be done. */
export function findRestoreRole(table: string): Role | null {
  return neededRoles[table] ?? null;
}

/** Whether a value of this column can be put back at all. */
export function isRestorable(table: string, column: string): boolean {
  return table in neededRoles && steppedColumns[table]?.includes(column) !== true;
}

/** Whether someone of a role may put values of a table back. */
export function mayRestore(role: Role, table: string): boolean {
  const needed = findRestoreRole(table);
  return needed !== null && roleAllows(role, needed);
}
