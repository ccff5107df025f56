import type { RegisterEntry, RegisterRequest } from '../../domain/documents.ts';
import { writeDate, writeNumber, writeShortDate } from './spanish-words.ts';

const kindWords = { participation: 'Participación', approval: 'Aprobación' } as const;

/** What register.typ shows. */
export function describeRegister({ scope, printedOn, entries }: RegisterRequest) {
  const revoked = entries.filter((entry) => entry.revoked !== null).length;
  return {
    title: 'Libro de registro de certificados',
    facts: [
      ['Registro', scope],
      [
        'Certificados',
        `${entries.length}${revoked === 0 ? '' : `, de ellos ${revoked} ${revoked === 1 ? 'anulado' : 'anulados'}`}`,
      ],
      ['Impreso', writeDate(printedOn)],
    ],
    entries: entries.map(describeEntry),
  };
}

function describeEntry(entry: RegisterEntry) {
  const { revoked, replacesFolio } = entry;
  const notes = [
    revoked === null ? '' : `Anulado el ${writeShortDate(revoked.on)}: ${revoked.reason}`,
    replacesFolio === null ? '' : `Reemplaza a ${replacesFolio}`,
  ];
  return {
    folio: entry.folio,
    issuedOn: writeShortDate(entry.issuedOn),
    personName: entry.personName,
    identityCard: entry.identityCard ?? '',
    courseTitle: entry.courseTitle,
    hours: writeNumber(entry.hours),
    kind: kindWords[entry.kind],
    isRevoked: revoked !== null,
    notes: notes.filter((note) => note !== '').join('. '),
  };
}
