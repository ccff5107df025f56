import { ageOn, type CalendarDate } from './calendar-date.ts';
import { parseDate, serialToDate } from './date-parsing.ts';
import { parseIdentityCard, parseIssuedIn, type IssuedIn } from './identity-card.ts';
import type { ImportField } from './import-columns.ts';
import { type Language, parseLanguages } from './language.ts';
import type { FieldCell, RowCells } from './row-cells.ts';
import { parsePhone } from './phone.ts';
import { parseSex, type Sex } from './sex.ts';
import { collapseBlanks, isBlankMark, saysNone } from './text.ts';

interface ReadIdentity {
  idNumber: string | null;
  idComplement: string | null;
  idIssuedIn: IssuedIn | null;
}

const longestIdNumber = 20;
const phoneProblems = {
  notAPhone: 'notAPhone',
  unusualShape: 'unusualPhone',
  severalPhones: 'severalPhones',
} as const;

function findFirst(row: RowCells, field: ImportField): FieldCell | null {
  return row.findAll(field).find((cell) => !isBlankMark(cell.text)) ?? null;
}

/** Number, complement and department, from one column or three. */
export function readIdentity(row: RowCells): ReadIdentity {
  const card = findFirst(row, 'identityCard');
  const place = findFirst(row, 'issuedIn');
  const parsed = parseIdentityCard(card?.text ?? '', place?.text ?? null);
  const isTooLong = (parsed.number?.length ?? 0) > longestIdNumber;
  if (card !== null && (parsed.warning === 'notANumber' || isTooLong)) row.report(card, 'notAnIdentityCard');
  else if (card !== null && parsed.warning === 'unusualShape') row.report(card, 'unusualIdentityCard');
  if (place !== null && !parseIssuedIn(place.text).isKnown) row.report(place, 'unknownIssuedIn');
  const idNumber = isTooLong ? null : parsed.number;
  const idComplement = readComplement(row) ?? parsed.complement;
  return { idNumber, idComplement: idNumber === null ? null : idComplement, idIssuedIn: parsed.issuedIn };
}

function readComplement(row: RowCells): string | null {
  const cell = findFirst(row, 'complement');
  if (cell === null || saysNone(cell.text)) return null;
  const complement = collapseBlanks(cell.text).toUpperCase();
  if (/^[0-9A-Z]{1,2}$/.test(complement)) return complement;
  row.report(cell, 'unusualIdentityCard');
  return null;
}

export function readSex(row: RowCells, mIsWoman: boolean): Sex | null {
  const cell = findFirst(row, 'sex');
  if (cell === null) return null;
  const sex = parseSex(cell.text, mIsWoman);
  if (sex === null) row.report(cell, 'unknownSex');
  return sex;
}

/** A birth date in the future is left out; one that makes a person under 10 or over 110 years old is only doubted. */
export function readBirthDate(row: RowCells, today: CalendarDate): CalendarDate | null {
  const cell = findFirst(row, 'birthDate');
  if (cell === null) return null;
  const date = readDate(cell, today);
  if (date === null) {
    row.report(cell, /\d/.test(cell.text) ? 'impossibleDate' : 'notADate');
    return null;
  }
  if (date > today) {
    row.report(cell, 'futureDate');
    return null;
  }
  const age = ageOn(date, today);
  if (age < 10 || age > 110) row.report(cell, 'unlikelyBirthDate');
  return date;
}

/** A bare number is a date that lost its format, unless it is small enough to be a year. */
function readDate({ cell, text }: FieldCell, today: CalendarDate): CalendarDate | null {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return cell.date;
  if (typeof cell === 'number') return cell > 5000 && cell < 75_000 ? serialToDate(cell) : null;
  return parseDate(text, today);
}

/** The first phone that can be used. */
export function readPhone(row: RowCells): string | null {
  let phone: string | null = null;
  for (const cell of row.findAll('phone')) {
    const parsed = parsePhone(cell.text);
    if (parsed.warning !== null) row.report(cell, phoneProblems[parsed.warning]);
    phone ??= parsed.phone;
  }
  return phone;
}

/** The pattern is that of a person's record. */
export function readEmail(row: RowCells): string | null {
  const cell = findFirst(row, 'email');
  if (cell === null || saysNone(cell.text)) return null;
  const email = collapseBlanks(cell.text).toLowerCase();
  if (/^[^\s@]{1,60}@[^\s@]+\.[^\s@]{2,60}$/.test(email)) return email;
  row.report(cell, 'notAnEmail');
  return null;
}

/** 4 to 15 digits; most enterprises are informal, so that 'no tiene' is an answer and no problem. */
export function readNit(row: RowCells): string | null {
  const cell = findFirst(row, 'nit');
  if (cell === null || saysNone(cell.text)) return null;
  const nit = cell.text.replace(/[\s.-]/g, '');
  if (/^\d{4,15}$/.test(nit)) return nit;
  row.report(cell, 'notANit');
  return null;
}

/** What the cell names beyond the known languages is left out. */
export function readLanguages(row: RowCells): Language[] {
  const cell = findFirst(row, 'languages');
  if (cell === null || saysNone(cell.text)) return [];
  const languages = parseLanguages(cell.text);
  if (languages.length === 0) row.report(cell, 'unknownLanguage');
  return languages;
}

/** Free text of at most `longest` characters; 'no tiene' and the like are none, save in notes, which are all kept. */
export function readText(row: RowCells, field: ImportField, longest: number): string | null {
  const cells = row.findAll(field).filter((cell) => !isBlankMark(cell.text));
  const usable = field === 'notes' ? cells : cells.filter((cell) => !saysNone(cell.text)).slice(0, 1);
  const text = usable.map((cell) => collapseBlanks(cell.text)).join('; ');
  const [first] = usable;
  if (first !== undefined && text.length > longest) row.report(first, 'tooLong');
  return text === '' ? null : text.slice(0, longest).trim();
}
