import type { App, Session } from 'electron';

/** Chromium's own errands: updates, reports, field trials, proxy discovery. And no host name resolves. */
const offlineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

/** What never leaves the machine. The last two are Chromium's PDF viewer. */
const localSchemes: ReadonlySet<string> = new Set([
  'app:',
  'blob:',
  'data:',
  'devtools:',
  'chrome:',
  'chrome-extension:',
]);

export function silenceChromium(commandLine: App['commandLine']): void {
  for (const [name, value] of offlineSwitches) commandLine.appendSwitch(name, value);
}

export function isLocalAddress(address: string): boolean {
  return URL.canParse(address) && localSchemes.has(new URL(address).protocol);
}

/** Cancels every request that would leave the machine, and denies every permission a page can ask for. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalAddress(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
}
