import type { OfficeSetup } from '../../domain/contract/setup.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { User } from '../../domain/user.ts';
import type { Connection, Service } from '../service.ts';
import { startOffice } from '../setup.ts';
import { fillWithDemo } from './demo.ts';

const demoSetup: OfficeSetup = {
  office: {
    name: 'Gobierno Autónomo Municipal de Vinto',
    municipalityCode: '030904',
    address: 'Plaza 14 de Septiembre, Vinto',
    phone: '44260011',
    paper: 'letter',
    attendancePolicy: { latesPerAbsence: 3, leave: 'neutral' },
    signatories: [
      { name: 'Lic. Rosa Balderrama Quispe', position: 'Directora de Desarrollo Productivo' },
      { name: 'Ing. Hugo Villarroel Soliz', position: 'Alcalde Municipal' },
    ],
  },
  logo: null,
  user: { name: 'Rosa Balderrama', password: null },
};

/** Sets up an office to look around in, fills it with an invented year, and signs its coordinator in. */
export async function startDemo(
  service: Service,
  connection: Connection,
  seed: number,
): Promise<User | Refusal<'ALREADY_SET_UP'> | Refusal<'NOT_FOUND'>> {
  const user = await startOffice(service, connection, demoSetup);
  if (!isRefusal(user)) fillWithDemo(service, user, seed);
  return user;
}
