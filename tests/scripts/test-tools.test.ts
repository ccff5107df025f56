import { describe, expect, it } from 'vitest';
import { installCommand, missingToolsMessage, testTools } from '../../scripts/test-tools.ts';

const named = (...names: string[]) => testTools.filter((tool) => names.includes(tool.name));

describe('the programs the tests need', () => {
  it('are installed together, each package once', () => {
    expect(installCommand(named('pdftotext', 'pdftoppm', 'qpdf'), 'linux')).toBe(
      'sudo apt-get install poppler-utils qpdf',
    );
  });

  it.each([
    ['linux', 'sudo apt-get install chromium fonts-liberation'],
    ['darwin', 'brew install --cask google-chrome'],
    ['win32', 'winget install Google.Chrome'],
  ] as const)('are installed on %s by %s', (platform, command) => {
    expect(installCommand(named('Chrome, Edge or Chromium'), platform)).toBe(command);
  });

  it('are named when they are missing, with the command, in both languages', () => {
    expect(missingToolsMessage(named('zbarimg', 'qpdf'), 'linux')).toBe(
      [
        'Para las pruebas falta: zbarimg, qpdf. Instálelo con: sudo apt-get install zbar-tools qpdf',
        'The tests need: zbarimg, qpdf. Install with: sudo apt-get install zbar-tools qpdf',
      ].join('\n'),
    );
  });
});
