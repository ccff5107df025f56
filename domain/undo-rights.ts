import { type Role, roleAllows } from './role.ts';

/**
 * What kind of action it is, by the tables that it wrote in. A certificate is never unmade (it is revoked), a folio
 * never given back, a device keeps its identity, and who was anonymised stays so.
 */
export type ActionKind = 'marks' | 'grades' | 'enrolments' | 'sessions' | 'import' | 'final' | 'other';

/** A table that an action wrote in, and how. */
export interface Touched {
  readonly table: string;
  readonly isCreated: boolean;
  readonly isRevoked: boolean;
  /** It anonymised somebody. */
  readonly isErased: boolean;
}

const finalTables = new Set(['certificate_signatory', 'folio_counter', 'issuing_key', 'device']);

/** A certificate that was issued or revoked; whose it is may change where two records are of one human. */
function isFinal({ table, isCreated, isRevoked, isErased }: Touched): boolean {
  return isErased || finalTables.has(table) || (table === 'certificate' && (isCreated || isRevoked));
}

/** Names the kind of an action by what it touched. */
export function nameActionKind(touched: readonly Touched[]): ActionKind {
  if (touched.some(isFinal)) return 'final';
  const tables = touched.map(({ table }) => table);
  if (tables.includes('import')) return 'import';
  // The first mark of a session makes it held, in the same action.
  const isMarking = tables.every((table) => table === 'attendance_mark' || table === 'session');
  if (tables.includes('attendance_mark') && isMarking) return 'marks';
  if (tables.every((table) => table === 'enrolment')) return 'enrolments';
  if (tables.every((table) => table === 'session')) return 'sessions';
  return tables.every((table) => table === 'grade') ? 'grades' : 'other';
}

/**
 * Whether someone may take an action back at all: a registrar imports, enrolments, sessions, marks and grades; a trainer their
 * own marks and grades; a coordinator all that is not final.
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
    case 'enrolments':
    case 'sessions':
    case 'import':
      return roleAllows(user.role, 'registrar');
    case 'other':
      return roleAllows(user.role, 'coordinator');
  }
}
