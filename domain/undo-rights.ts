import { type Role, roleAllows } from './role.ts';

/**
 * What kind of action it is, by the tables that it wrote in. A certificate is never unmade (it is revoked), a folio
 * never given back, and a device keeps its identity.
 */
export type ActionKind = 'marks' | 'grades' | 'import' | 'final' | 'other';

const finalTables = new Set([
  'certificate',
  'certificate_signatory',
  'folio_counter',
  'issuing_key',
  'device',
]);

/** Names the kind of an action that wrote in these tables. */
export function nameActionKind(tables: readonly string[]): ActionKind {
  if (tables.some((table) => finalTables.has(table))) return 'final';
  if (tables.includes('import')) return 'import';
  // The first mark of a session makes it held, in the same action.
  const isMarking = tables.every((table) => table === 'attendance_mark' || table === 'session');
  if (tables.includes('attendance_mark') && isMarking) return 'marks';
  return tables.every((table) => table === 'grade') ? 'grades' : 'other';
}

/**
 * Whether someone may take an action back at all: a registrar imports, marks and grades; a trainer their own marks
 * and grades; a coordinator all that is not final.
 */
export function mayUndoAction(
  user: { id: string; role: Role },
  { kind, madeBy }: { kind: ActionKind; madeBy: string },
): boolean {
  switch (kind) {
    case 'final':
      return false;
    case 'marks':
    case 'grades':
      return roleAllows(user.role, 'registrar') || (user.role === 'trainer' && user.id === madeBy);
    case 'import':
      return roleAllows(user.role, 'registrar');
    case 'other':
      return roleAllows(user.role, 'coordinator');
  }
}
