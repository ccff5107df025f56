import { foldText, isBlankMark } from './text.ts';

export type PhoneWarning = 'notAPhone' | 'unusualShape' | 'severalPhones';

export interface ParsedPhone {
  /** 8 digits of Bolivia, or '+' and the digits of a foreign number. */
  phone: string | null;
  warning: PhoneWarning | null;
}

const separators = /\s*(?:[/;,|\n]|\s[yo]\s)\s*/;

/**
 * Reads a phone number: mobiles are 8 digits from 6 or 7, landlines 8 digits from 2, 3 or 4, with or without
 * +591 or a leading 0; '+' and another country code is a foreign number. Of several numbers the first counts.
 * An empty cell is no number and no warning; what cannot be one is null with 'notAPhone'.
 */
export function parsePhone(text: string): ParsedPhone {
  if (isBlankMark(text)) return { phone: null, warning: null };
  const apart = text.replace(/\b(\d{8})[\s-]+(?=\d{8}\b)/g, '$1/');
  const parts = apart.split(separators).filter((part) => /\d/.test(part));
  const first = parts.map(readPhone).find((parsed) => parsed.phone !== null);
  if (first === undefined) return { phone: null, warning: 'notAPhone' };
  if (parts.length > 1) return { phone: first.phone, warning: 'severalPhones' };
  return first;
}

function readPhone(text: string): ParsedPhone {
  const digits = text.replace(/\D/g, '');
  const international = /^\D*(?:\+|\(\+)/.test(text) ? digits : /^00(\d+)$/.exec(digits)?.[1];
  if (international !== undefined && !international.startsWith('591')) return readForeign(international);
  const local =
    international?.slice(3) ?? digits.replace(/^591(?=[2-467]\d{7}$)/, '').replace(/^0(?=\d{8}$)/, '');
  if (local.length !== 8) return { phone: null, warning: 'notAPhone' };
  const isUsual =
    /^[2-467]/.test(local) && !/[a-z]/.test(foldText(text).replace(/\b(cel|tel|telf|wsp|whatsapp)\b/g, ''));
  return { phone: local, warning: isUsual ? null : 'unusualShape' };
}

/** E.164: 7 to 15 digits, the country code never starting with 0. */
function readForeign(digits: string): ParsedPhone {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return { phone: null, warning: 'notAPhone' };
  return { phone: `+${digits}`, warning: null };
}

/** A stored phone as people write it: '703-66443', '4-4356789', '+5491123456789'. */
export function formatPhone(phone: string): string {
  if (/^[67]\d{7}$/.test(phone)) return `${phone.slice(0, 3)}-${phone.slice(3)}`;
  if (/^[234]\d{7}$/.test(phone)) return `${phone.slice(0, 1)}-${phone.slice(1)}`;
  return phone;
}
