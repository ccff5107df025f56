import type { CourseDraft } from '../../domain/course.ts';
import { newCourse } from '../../domain/course.ts';
import type { EditionStatus } from '../../domain/edition.ts';

/** The courses of the invented office, by code. */
export const demoCourses = [
  {
    ...newCourse,
    code: 'CAP',
    title: 'Capacitar a Capacitadores',
    level: 'trainer',
    hours: 40,
    contents: 'Cómo aprende una persona adulta. Preparación de una sesión. Práctica con acompañamiento.',
    modules: [
      { id: null, title: 'Aprender de personas adultas', hours: 12 },
      { id: null, title: 'Preparar y conducir una sesión', hours: 16 },
      { id: null, title: 'Práctica acompañada', hours: 12 },
    ],
  },
  {
    ...newCourse,
    code: 'PAN',
    title: 'Panadería y costos',
    hours: 20,
    contents: 'Masas básicas, higiene, registro de gastos y cálculo del precio de venta.',
    modules: [
      { id: null, title: 'Masas y horneado', hours: 12 },
      { id: null, title: 'Costos y precio de venta', hours: 8 },
    ],
  },
  {
    ...newCourse,
    code: 'TEJ',
    title: 'Tejidos a mano y a máquina',
    hours: 24,
    passMark: null,
    givesApproval: false,
    modules: [],
  },
  { ...newCourse, code: 'NEG', title: 'Mi plan de negocio', hours: 16, modules: [] },
] as const satisfies readonly CourseDraft[];

export interface DemoEdition {
  course: (typeof demoCourses)[number]['code'];
  place: string;
  /** Days from today to the first session; negative lies in the past. */
  startsIn: number;
  sessions: number;
  /** Days from one session to the next. */
  every: number;
  minutes: number;
  capacity: number;
  people: number;
  /** Who takes part and who leads, by their place among the invented people; null: whoever the dice say. */
  firstPerson: number | null;
  lead: number;
  /** Why they may although they are not accredited. */
  leadReason?: string;
  status: EditionStatus;
  hasCertificates: boolean;
}

/** Who is who in the cascade of the invented office, by their place among the invented people. */
export const demoTrainers = {
  /** Came from outside; trained the first eight, one of whom trained those who train today. */
  master: 0,
  first: 1,
  second: 9,
} as const;

/**
 * Editions in every state an edition can have; one has a session today and one a waiting list. Together they are a
 * cascade of three generations.
 */
export const demoEditions: readonly DemoEdition[] = [
  {
    course: 'CAP',
    place: 'Casa Municipal de Cultura, Vinto',
    startsIn: -420,
    sessions: 5,
    every: 7,
    minutes: 480,
    capacity: 12,
    people: 8,
    firstPerson: demoTrainers.first,
    lead: demoTrainers.master,
    status: 'closed',
    hasCertificates: true,
  },
  {
    course: 'CAP',
    place: 'Casa Municipal de Cultura, Vinto',
    startsIn: -150,
    sessions: 10,
    every: 7,
    minutes: 240,
    capacity: 20,
    people: 18,
    firstPerson: demoTrainers.second,
    lead: demoTrainers.first,
    status: 'closed',
    hasCertificates: true,
  },
  {
    course: 'PAN',
    place: 'Centro de Madres 27 de Mayo',
    startsIn: -45,
    sessions: 10,
    every: 4,
    minutes: 120,
    capacity: 35,
    people: 32,
    firstPerson: null,
    lead: demoTrainers.second,
    status: 'closed',
    hasCertificates: false,
  },
  {
    course: 'PAN',
    place: 'Sede de la OTB Vinto Chico',
    startsIn: -28,
    sessions: 10,
    every: 4,
    minutes: 120,
    capacity: 30,
    people: 28,
    firstPerson: null,
    lead: demoTrainers.second + 1,
    status: 'running',
    hasCertificates: false,
  },
  {
    course: 'TEJ',
    place: 'Salón comunal de Pairumani',
    startsIn: 9,
    sessions: 8,
    every: 7,
    minutes: 180,
    capacity: 22,
    people: 26,
    firstPerson: null,
    lead: demoTrainers.first,
    leadReason: 'Teje desde niña y enseña en el Centro de Madres; se la observará en esta edición',
    status: 'open',
    hasCertificates: false,
  },
  {
    course: 'NEG',
    place: 'Casa Municipal de Cultura, Vinto',
    startsIn: 40,
    sessions: 8,
    every: 7,
    minutes: 120,
    capacity: 30,
    people: 0,
    firstPerson: null,
    lead: demoTrainers.first + 1,
    status: 'planned',
    hasCertificates: false,
  },
  {
    course: 'NEG',
    place: 'Unidad Educativa Anocaraire',
    startsIn: -60,
    sessions: 8,
    every: 7,
    minutes: 120,
    capacity: 25,
    people: 16,
    firstPerson: null,
    lead: demoTrainers.second + 2,
    status: 'cancelled',
    hasCertificates: false,
  },
];
