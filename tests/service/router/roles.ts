/** Who may ask: nobody signed in yet, a coordinator whose window is locked, or a user of a role. */
export const callers = ['nobody', 'locked', 'reader', 'trainer', 'registrar', 'coordinator'] as const;
export type Caller = (typeof callers)[number];

const anyone = callers;
const readers = ['reader', 'trainer', 'registrar', 'coordinator'] as const;
const trainers = ['trainer', 'registrar', 'coordinator'] as const;
const registrars = ['registrar', 'coordinator'] as const;
const coordinators = ['coordinator'] as const;

/** Who is let in to each procedure of the router; everyone else is refused. A new procedure needs its line here. */
export const allowedCallers: Readonly<Record<string, readonly Caller[]>> = {
  'setup.state': anyone,
  'setup.municipalities': anyone,
  'setup.start': anyone,
  'setup.startDemo': anyone,
  'setup.signIn': anyone,
  'setup.signOut': anyone,
  'setup.recover': anyone,
  'setup.lock': readers,

  'office.get': readers,
  'office.update': coordinators,
  'office.device': readers,
  'office.setLogo': coordinators,
  'office.setIdleMinutes': coordinators,

  'trainers.list': readers,
  'trainers.leadObstacles': readers,
  'trainers.cascade': readers,
  'trainers.rules': readers,
  'trainers.setRule': coordinators,
  'trainers.removeRule': coordinators,
  'trainers.say': registrars,

  'observations.list': readers,
  'observations.criteria': readers,
  'observations.setCriteria': coordinators,
  'observations.add': registrars,
  'observations.change': registrars,
  'observations.remove': registrars,
  'observations.restore': registrars,

  'programmes.list': readers,
  'programmes.create': coordinators,
  'programmes.update': coordinators,

  'trades.list': readers,
  'trades.set': coordinators,

  'officeDays.list': readers,
  'officeDays.add': coordinators,
  'officeDays.remove': coordinators,
  'officeDays.restore': coordinators,

  'users.list': readers,
  'users.create': coordinators,
  'users.update': coordinators,
  'users.setPassword': readers,
  'users.hasRecoveryCode': coordinators,
  'users.makeRecoveryCode': coordinators,
  'users.printRecoverySheet': coordinators,
  'users.discardRecoverySheet': coordinators,

  'people.search': readers,
  'people.list': readers,
  'people.get': readers,
  'people.editions': readers,
  'people.events': readers,
  'people.similar': readers,
  'people.create': trainers,
  'people.update': registrars,
  'people.remove': registrars,
  'people.restore': registrars,
  'people.reviewAnonymising': coordinators,
  'people.anonymise': coordinators,
  'people.merge': registrars,
  'people.compare': registrars,
  'people.duplicates': registrars,
  'people.toldApart': registrars,
  'people.tellApart': registrars,

  'conflicts.list': readers,
  'conflicts.count': readers,
  'conflicts.resolve': registrars,
  'conflicts.takeBack': registrars,

  'organisations.list': readers,
  'organisations.members': readers,

  'courses.list': readers,
  'courses.get': readers,
  'courses.create': registrars,
  'courses.update': registrars,
  'courses.remove': registrars,
  'courses.restore': registrars,

  'exchange.state': readers,
  'exchange.digest': readers,
  'exchange.exportPacket': trainers,
  'exchange.packetFile': trainers,
  'exchange.importPacket': trainers,
  'exchange.acceptDevice': coordinators,
  'exchange.discardAside': coordinators,
  'exchange.retireDevice': coordinators,
  'exchange.renameDevice': coordinators,
  'exchange.stopAwaiting': registrars,
  'exchange.acknowledgeMinting': registrars,
  'exchange.trustCalendar': coordinators,
  'exchange.setFolder': coordinators,
  'exchange.exchangeFolder': trainers,
  'exchange.reviewThinning': coordinators,
  'exchange.thinOut': coordinators,

  'editions.list': readers,
  'editions.get': readers,
  'editions.suggestCode': readers,
  'editions.create': registrars,
  'editions.update': registrars,
  'editions.move': registrars,
  'editions.close': coordinators,
  'editions.reopen': coordinators,
  'editions.remove': coordinators,
  'editions.restore': coordinators,
  'editions.results': readers,

  'sessions.list': readers,
  'sessions.create': registrars,
  'sessions.plan': registrars,
  'sessions.update': registrars,
  'sessions.cancel': trainers,
  'sessions.uncancel': trainers,
  'sessions.remove': registrars,
  'sessions.restore': registrars,

  'calendar.list': readers,

  'enrolments.list': readers,
  'enrolments.enrol': trainers,
  'enrolments.request': registrars,
  'enrolments.decline': registrars,
  'enrolments.transfer': registrars,
  'enrolments.missing': readers,
  'enrolments.excuse': registrars,
  'enrolments.withdraw': registrars,
  'enrolments.readmit': registrars,
  'enrolments.remove': registrars,

  'attendance.grid': readers,
  'attendance.mark': trainers,

  'grades.table': readers,
  'grades.record': trainers,
  'grades.setAssessments': trainers,

  'certificates.candidates': readers,
  'certificates.draft': readers,
  'certificates.issue': coordinators,
  'certificates.register': readers,
  'certificates.get': readers,
  'certificates.revoke': coordinators,
  'certificates.verify': readers,

  'documents.create': readers,

  'imports.read': registrars,
  'imports.readAgain': registrars,
  'imports.rows': registrars,
  'imports.review': registrars,
  'imports.commit': registrars,
  'imports.undo': registrars,
  'imports.list': readers,

  'history.list': readers,
  'history.row': registrars,
  'history.undo': trainers,
  'history.restore': trainers,

  'today.get': readers,
  'safekeeping.state': readers,

  'changes.watch': readers,

  'backups.list': readers,
  'backups.make': registrars,
  'backups.setSecondPlace': coordinators,
  'backups.forgetSecondPlace': coordinators,
  'backups.browse': registrars,
  'backups.inspect': coordinators,
  'backups.restore': coordinators,
  'recovery.state': anyone,
  'recovery.inspect': anyone,
  'recovery.recover': anyone,
};
