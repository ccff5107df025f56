import {
  type Icon,
  IconCertificate,
  IconDatabase,
  IconSchool,
  IconSettings,
  IconSitemap,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';

export interface RailEntry {
  to: string;
  /** Key under app:nav. */
  label: string;
  icon: Icon;
}

/** The rail, from top to bottom; also what Ctrl+K finds as sections. */
export const railEntries: readonly RailEntry[] = [
  { to: '/', label: 'today', icon: IconSun },
  { to: '/personas', label: 'people', icon: IconUsers },
  { to: '/cursos', label: 'courses', icon: IconSchool },
  { to: '/capacitadores', label: 'trainers', icon: IconSitemap },
  { to: '/certificados', label: 'certificates', icon: IconCertificate },
  { to: '/datos', label: 'data', icon: IconDatabase },
  { to: '/ajustes', label: 'settings', icon: IconSettings },
];
