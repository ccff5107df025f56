import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawFrame, escapeXml, paper, type PrintedPage } from './certificate-pages.ts';
import { resourcesFolder } from './host.ts';

/** All pages as one HTML file that Chromium prints as Carta, with the fonts of the project. */
export function writeHtml(pages: readonly PrintedPage[]): string {
  const frame = drawFrame();
  return `<!doctype html><html lang="es"><meta charset="utf-8"><title>Certificados</title>
<style>${fontFaces()}${styles}</style>${pages.map((page) => writeSection(page, frame)).join('\n')}</html>`;
}

function fontFaces(): string {
  const faces = [
    ['Text', 400, 'SourceSans3-Regular'],
    ['Text', 600, 'SourceSans3-Semibold'],
    ['Display', 400, 'SourceSerif4Display-Regular'],
    ['Display', 600, 'SourceSerif4Display-Semibold'],
  ] as const;
  const rules = faces.map(([family, weight, name]) => {
    const { href } = pathToFileURL(join(resourcesFolder, 'fonts', `${name}.otf`));
    return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${href}") }\n`;
  });
  return rules.join('');
}

const styles = `
@page { size: ${paper.width}mm ${paper.height}mm; margin: 0 }
body { margin: 0; font: 14pt/1.2 Text; color: #1f2426 }
section { position: relative; width: ${paper.width}mm; height: ${paper.height}mm; overflow: hidden; text-align: center }
section + section { break-before: page }
section > svg { position: absolute; inset: 0 }
article { position: absolute; inset: 17mm 26mm 16mm }
h1, h2, .course { font-family: Display; font-weight: 600; margin: 3mm 0 }
h1 { font-size: 38pt; font-weight: 400 }
h2 { font-size: 32pt; color: #12434f }
.course { font-size: 22pt; color: #12434f }
p { margin: 2.5mm 0 }
b { font-weight: 600 }
.office { font-weight: 600; color: #12434f; text-transform: uppercase }
.signatures { display: flex; justify-content: center; gap: 24mm; font-size: 10pt; margin-top: 13mm }
.signatures div { width: 76mm; border-top: 0.7pt solid }
footer { position: absolute; inset: auto 0 0; display: flex; align-items: end; gap: 4.5mm }
footer { font-size: 8.5pt; text-align: left }
footer svg { width: 25mm }
footer p { width: 76mm }
footer div { flex: 1; text-align: right }
`;

function writeSection(page: PrintedPage, frame: string): string {
  const signatures = page.signatories.map(
    ({ name, position }) => `<div><b>${escapeXml(name)}</b><br>${escapeXml(position)}</div>`,
  );
  const sentences = [page.load, page.held, page.issued].map((text) => `<p>${escapeXml(text)}</p>`);
  return `<section>${frame}<article>
<p class="office">${escapeXml(page.heading)}</p><p>${escapeXml(page.subheading ?? '')}</p>
<h2>${escapeXml(page.title)}</h2><p>Se otorga a</p><h1>${escapeXml(page.name)}</h1>
<p>${escapeXml(page.identity ?? '')}</p><p>${escapeXml(page.reason)}</p>
<p class="course">${escapeXml(page.course)}</p>${sentences.join('')}
<div class="signatures">${signatures.join('')}</div>
<footer>${page.qr}<p>${escapeXml(page.verify)}</p>
<div><b>${escapeXml(page.folio)}</b><br>${page.record.map(escapeXml).join('<br>')}</div></footer>
</article></section>`;
}
