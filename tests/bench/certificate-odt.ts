import { drawFrame, escapeXml, paper, type PrintedPage } from './certificate-pages.ts';

/** All pages as one flat OpenDocument text for LibreOffice; the frame stands once, in the header of every page. */
export function writeOpenDocument(pages: readonly PrintedPage[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>${styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Carta">
<style:header><text:p>${frame()}</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>${pages.map(writePage).join('\n')}</office:text></office:body></office:document>`;
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  ...['office', 'style', 'text'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

const styles = `<style:page-layout style:name="Carta"><style:page-layout-properties fo:page-width="${paper.width}mm"
 fo:page-height="${paper.height}mm" style:print-orientation="landscape" fo:margin-top="10mm" fo:margin-bottom="12mm"
 fo:margin-left="26mm" fo:margin-right="26mm"/><style:header-style/></style:page-layout>
<style:style style:name="Behind" style:family="graphic"><style:graphic-properties style:wrap="run-through"
 style:run-through="background" style:horizontal-pos="from-left" style:horizontal-rel="page"
 style:vertical-pos="from-top" style:vertical-rel="page"/></style:style>
${paragraph('Office', 12.5, 'fo:break-before="page"')}${paragraph('Title', 32)}${paragraph('Name', 38)}
${paragraph('Course', 22)}${paragraph('Body', 14)}${paragraph('Small', 8.5)}`;

function paragraph(name: string, size: number, more = ''): string {
  return `<style:style style:name="${name}" style:family="paragraph">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="1.5mm" ${more}/>
<style:text-properties fo:font-size="${size}pt"/></style:style>`;
}

function frame(): string {
  return `<draw:frame draw:style-name="Behind" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm"
 svg:width="${paper.width}mm" svg:height="${paper.height}mm">${picture(drawFrame())}</draw:frame>`;
}

function picture(svg: string): string {
  const bytes = Buffer.from(svg).toString('base64');
  return `<draw:image loext:mime-type="image/svg+xml"><office:binary-data>${bytes}</office:binary-data></draw:image>`;
}

function writePage(page: PrintedPage): string {
  const lines: [string, string | null][] = [
    ['Office', page.heading],
    ['Body', page.subheading],
    ['Title', page.title],
    ['Body', 'Se otorga a'],
    ['Name', page.name],
    ['Body', page.identity],
    ['Body', page.reason],
    ['Course', page.course],
    ...[page.load, page.held, page.issued].map((text): [string, string] => ['Body', text]),
    ['Body', ''],
    ...page.signatories.map(({ name, position }): [string, string] => ['Small', `${name} · ${position}`]),
    ['Small', page.verify],
    ['Small', [page.folio, ...page.record].join(' · ')],
  ];
  const qr = `<draw:frame text:anchor-type="as-char" svg:width="25mm" svg:height="25mm">${picture(page.qr)}</draw:frame>`;
  const paragraphs = lines.map(
    ([style, text]) => `<text:p text:style-name="${style}">${escapeXml(text ?? '')}</text:p>`,
  );
  return `${paragraphs.join('')}<text:p text:style-name="Small">${qr}</text:p>`;
}
