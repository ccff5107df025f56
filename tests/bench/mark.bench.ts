import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { type AttendanceMark, attendanceMarkSchema } from '../../domain/attendance.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { BenchRun } from './bench-run.ts';
import { gridSize } from './big-office.ts';
import { connectClient } from './host.ts';
import { expectEqual, type Measurement, timeIt } from './measure.ts';

const runs = 200;

/** One mark, until the service says that it is on the disk; beside the same cell in a workbook that is then saved. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder, gridEditionId } = await run.getBigOffice();
  const ours = await run.withHost(dataFolder, async (host) => {
    const client = await connectClient(host);
    const grid = await client.attendance.grid({ editionId: gridEditionId });
    return timeMarks(client, grid);
  });
  const workbook = timeWorkbook(join(run.createFolder(), 'asistencia.xlsx'));
  return [
    {
      name: 'One attendance mark, on the disk',
      unit: 'ms',
      ours,
      beside: { 'saving the list as .xlsx': await workbook },
    },
  ];
}

type Grid = Awaited<ReturnType<Client['attendance']['grid']>>;

/** Every call changes a mark of the first session: the same letter again would write nothing. */
async function timeMarks(client: Client, { sessions, enrolments, marks }: Grid): Promise<number> {
  const session = sessions[0];
  const known = marks.filter(({ sessionId }) => sessionId === session?.id);
  const markByEnrolment = new Map(known.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
  let count = 0;
  return timeIt(runs, async () => {
    const enrolment = enrolments[count % enrolments.length];
    if (session === undefined || enrolment === undefined) throw new Error('the grid is empty');
    count += 1;
    const mark = nextMark(markByEnrolment.get(enrolment.id) ?? 'L');
    markByEnrolment.set(enrolment.id, mark);
    const change = { sessionId: session.id, enrolmentId: enrolment.id, mark };
    const answer = await client.attendance.mark({ changes: [change] });
    expectEqual(answer.marks[0]?.mark, mark, 'the mark that was recorded');
  });
}

function nextMark(mark: AttendanceMark): AttendanceMark {
  const letters = attendanceMarkSchema.options;
  return letters[(letters.indexOf(mark) + 1) % letters.length] ?? 'P';
}

/** The workbook is open in memory, as in a spreadsheet program: a cell is set and the file written and flushed. */
async function timeWorkbook(file: string): Promise<number> {
  const rows = Array.from({ length: gridSize.people }, (_, index) => [
    `Apellido Apellido, Nombre ${index}`,
    ...Array<string>(gridSize.sessions).fill('P'),
  ]);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, 'Asistencia');
  let count = 0;
  const time = await timeIt(20, () => {
    sheet[XLSX.utils.encode_cell({ r: count, c: 1 })] = { t: 's', v: 'F' };
    count += 1;
    const bytes: unknown = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true });
    if (!(bytes instanceof Uint8Array)) throw new Error('no workbook was written');
    writeFileSync(file, bytes, { flush: true });
  });
  const saved = XLSX.read(readFileSync(file)).Sheets['Asistencia']?.[
    XLSX.utils.encode_cell({ r: count - 1, c: 1 })
  ];
  expectEqual(Reflect.get(saved ?? {}, 'v'), 'F', 'the cell that was saved');
  return time;
}
