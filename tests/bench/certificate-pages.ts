import type { Certificate } from '../../domain/certificate.ts';
import { type CertificatePage, describeCertificate } from '../../service/documents/certificate-pages.ts';
import { drawQr } from '../../service/documents/qr-picture.ts';

/** What one page says, and its QR as an SVG; the same for every program that prints it. */
export interface PrintedPage extends CertificatePage {
  qr: string;
}

/** Carta, lying, in millimetres. */
export const paper = { width: 279.4, height: 215.9 };

export function describePages(certificates: readonly Certificate[]): PrintedPage[] {
  return certificates.map((certificate) => ({
    ...describeCertificate({ ...certificate, registerBook: null, registerPage: null, revoked: false }),
    qr: drawQr(certificate.seal).svg,
  }));
}

const colours = { base: '#12434f', accent: '#b7791f' };
const inset = 10.6;
const step = 4.2;
const stairs = [
  [0, 2],
  [1, 2],
  [1, 1],
  [2, 1],
  [2, 0],
] as const;
const corners = [
  [inset, inset, 1, 1],
  [paper.width - inset, inset, -1, 1],
  [paper.width - inset, paper.height - inset, -1, -1],
  [inset, paper.height - inset, 1, -1],
] as const;

/** The frame of certificate.typ as an SVG of the whole page. */
export function drawFrame(): string {
  const { width, height } = paper;
  const points = corners.flatMap(([x, y, across, down], index) =>
    (index % 2 === 0 ? stairs : stairs.toReversed()).map(
      ([far, deep]) => `${x + across * far * step},${y + down * deep * step}`,
    ),
  );
  const squares = corners.map(([x, y, across, down]) => {
    const [left, top] = [across > 0 ? x : x - 3.6, down > 0 ? y : y - 3.6];
    return `<rect x="${left}" y="${top}" width="3.6" height="3.6" fill="${colours.base}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
<rect x="8" y="8" width="${width - 16}" height="${height - 16}" fill="none" stroke="${colours.base}" stroke-width="0.63"/>
<polygon points="${points.join(' ')}" fill="none" stroke="${colours.accent}" stroke-width="0.32"/>
${squares.join('')}</svg>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
