import { describe, expect, test } from 'vitest';
import { judgeAttendanceRisk } from '../../domain/attendance-risk.ts';

describe('the risk of losing the minimum of 80 % over ten sessions of three hours', () => {
  test.each([
    ['nobody is at risk before having missed anything', 0, 0, 'none'],
    ['one absence leaves room for another', 3, 1, 'none'],
    ['after two absences the next one would be too many', 3, 2, 'atRisk'],
    ['after three absences it is out of reach', 3, 3, 'outOfReach'],
    ['two absences are no risk once nothing is left to miss', 8, 2, 'none'],
  ])('%s', (_, attended, missed, risk) => {
    const share = {
      attendedMinutes: attended * 180,
      openMinutes: (10 - attended - missed) * 180,
      totalMinutes: 10 * 180,
    };
    expect(judgeAttendanceRisk(share, 80, 180)).toBe(risk);
  });

  test('nobody is at risk where no hours count', () => {
    const share = { attendedMinutes: 0, openMinutes: 0, totalMinutes: 0 };
    expect(judgeAttendanceRisk(share, 80, 180)).toBe('none');
  });
});
