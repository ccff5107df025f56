/** Where the words for a column's few possible values are. */
export const wordsByColumn: Readonly<Record<string, string>> = {
  'assessment.kind': 'grades:kind',
  'attendance_mark.mark': 'attendance:mark',
  'certificate.kind': 'certificates:kind',
  'course.level': 'courses:level',
  'edition.leave_policy': 'history:leave',
  'edition.status': 'editions:status',
  'enrolment.status': 'editions:enrolmentStatus',
  'enterprise.sales_band': 'people:salesBand',
  'enterprise.section': 'people:caeb',
  'office.leave_policy': 'history:leave',
  'office.paper': 'settings:paper',
  'person.id_issued_in': 'people:issuedIn',
  'person.sex': 'people:sex',
  'session.state': 'attendance:sessionState',
  'trainer_assignment.role': 'editions:form.role',
  'user_account.role': 'app:role',
};
