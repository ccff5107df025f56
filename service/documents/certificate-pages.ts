import type { PrintedCertificate } from '../../domain/documents.ts';
import { writeHeading } from './heading.ts';
import { writeDate, writeHours, writeNumber, writePeriod } from './spanish-words.ts';

/** What certificate.typ says on one page: finished sentences, so that the template only lays out. */
export interface CertificatePage {
  heading: string;
  subheading: string | null;
  title: string;
  name: string;
  identity: string | null;
  reason: string;
  course: string;
  load: string;
  held: string;
  issued: string;
  signatories: readonly { name: string; position: string }[];
  folio: string;
  record: readonly string[];
  verify: string;
  mark: string | null;
}

const titles = {
  participation: 'CERTIFICADO DE PARTICIPACIÓN',
  approval: 'CERTIFICADO DE APROBACIÓN',
} as const;

const reasons = {
  participation: 'por haber completado satisfactoriamente el curso de capacitación',
  approval: 'por haber aprobado satisfactoriamente el curso de capacitación',
} as const;

const howToVerify =
  'Para comprobar que este certificado es auténtico, abra Yachay, elija Certificados y Verificar, y lea este código: deben aparecer los mismos datos. No hace falta internet.';

export function describeCertificate(certificate: PrintedCertificate): CertificatePage {
  const { kind, municipality, place } = certificate;
  const period = writePeriod(certificate.startsOn, certificate.endsOn);
  return {
    ...writeHeading(certificate.officeName, municipality),
    title: titles[kind],
    name: certificate.personName,
    identity:
      certificate.identityCard === null ? null : `con Cédula de Identidad Nº ${certificate.identityCard}`,
    reason: reasons[kind],
    course: `«${certificate.courseTitle}»`,
    load: describeLoad(certificate),
    held: place === null ? `Realizado ${period}.` : `Realizado en ${place}, ${period}.`,
    issued: `${municipality}, ${writeDate(certificate.issuedOn)}`,
    signatories: certificate.signatories,
    folio: certificate.folio === null ? 'Sin folio' : `Folio Nº ${certificate.folio}`,
    record: describeRecord(certificate),
    verify: certificate.seal === null ? '' : howToVerify,
    mark: certificate.revoked ? 'ANULADO' : certificate.seal === null ? 'SIN VALIDEZ' : null,
  };
}

function describeLoad({ kind, hours, grade }: PrintedCertificate): string {
  const load = `con una carga horaria de ${writeHours(hours)}`;
  return kind === 'approval' && grade !== null
    ? `${load} y una nota final de ${writeNumber(grade)} sobre 100`
    : load;
}

function describeRecord(certificate: PrintedCertificate): string[] {
  const { registerBook: book, registerPage: page, replacesFolio, validUntil } = certificate;
  const register = [book === null ? null : `Libro ${book}`, page === null ? null : `Hoja ${page}`];
  return [
    `Curso ${certificate.courseCode} · Edición ${certificate.editionCode}`,
    register.filter((part) => part !== null).join(' · '),
    validUntil === null ? '' : `Válido hasta el ${writeDate(validUntil)}`,
    replacesFolio === null ? '' : `Reemplaza al certificado ${replacesFolio}`,
  ].filter((line) => line !== '');
}
